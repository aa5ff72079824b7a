import { describe, expect, it } from 'vitest';
import { recordWorkspace } from '../../../src/store/team/identity.ts';
import { insertPeople, upsertProfile } from '../../../src/store/team/person.ts';
import { answerLater } from '../../../src/usecases/delivery/answer-later.ts';
import { forgetDeliveries } from '../../../src/usecases/delivery/forget-deliveries.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';
import { sampleProfile } from '../../support/sample-person.ts';

const DAY = 86_400_000;

/** Ana is a member, Ben's account is deactivated. */
async function team(ctx: TestContext): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await recordWorkspace(tx, { team: 'T_1', enterprise: null }, now);
    await insertPeople(tx, [ANA, BEN], now);
    await upsertProfile(tx, sampleProfile(ANA, { team: 'T_1' }), now);
    await upsertProfile(tx, sampleProfile(BEN, { team: 'T_1', isActive: false }), now);
  });
}

function shown(ctx: TestContext) {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('outbox').selectAll().where('kind', '=', 'private_answer').execute();
    const messages = rows.map((row) => renderedMessage(tx, row, ctx.clock.now()));
    return (await Promise.all(messages)).map((message, n) => [rows[n]!.target, message?.text]);
  });
}

for (const dialect of DIALECTS) {
  describe(`an answer that Slack did not take, on ${dialect}`, () => {
    it('follows to its person, whom nobody could be asked about too, and to nobody who is not let in', async () => {
      const ctx = await testContext(dialect);
      await team(ctx);
      await answerLater(ctx, { person: ANA, text: 'Only managers change this.' });
      await answerLater(ctx, { person: BEN, text: 'Only members.' });
      await answerLater(ctx, { person: MAX, text: 'I could not ask Slack who you are.' });
      expect(await shown(ctx)).toEqual([
        [ANA, 'Only managers change this.'],
        [MAX, 'I could not ask Slack who you are.'],
      ]);
    });

    it('is forgotten after a week', async () => {
      const ctx = await testContext(dialect);
      await team(ctx);
      await answerLater(ctx, { person: ANA, text: 'Only managers change this.' });
      ctx.clock.move(7 * DAY + 1);
      await forgetDeliveries(ctx);
      expect(await shown(ctx)).toEqual([[ANA, undefined]]);
    });
  });
}
