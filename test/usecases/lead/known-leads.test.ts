import { describe, expect, it } from 'vitest';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { keepLeadsApart, mergeLead } from '../../../src/usecases/lead/merge-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { leadNow, receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';

const HOUR = 3_600_000;

for (const dialect of DIALECTS) {
  describe(`whoever works on somebody who writes again hears of it on ${dialect}`, () => {
    it('however many leads that nobody has came in between', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      for (let n = 1; n <= 5; n += 1) {
        ctx.clock.move(2 * HOUR);
        const again = await receive(ctx, { message: `Question ${n}` });
        expect(await matchOf(ctx, again)).toMatchObject({ earlierId: first, told: ANA, toldWith: null });
      }
    });

    it('by the number that one of them had, and by the company of one that came after it', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx, { email: null, company: null, phone: '+44 20 7946 0018' });
      await claimLead(ctx, { leadId: first, person: ANA });
      const both = await receive(ctx, { email: 'dana@harbour.example', phone: '+44 20 7946 0018' });
      expect(await matchOf(ctx, both)).toMatchObject({ earlierId: first, by: 'phone', told: ANA });
      const mail = await receive(ctx, { email: 'dana@harbour.example', message: 'Hello?' });
      expect(await matchOf(ctx, mail)).toMatchObject({ earlierId: both, by: 'email', told: ANA });
      const lea = await receive(ctx, { name: 'Lea', email: 'lea@harbour.example' });
      expect(await matchOf(ctx, lea)).toMatchObject({ by: 'company', told: ANA });
    });

    it('but not beyond two that people keep apart', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx, { name: 'Lea', email: 'lea@harbour.example' });
      await claimLead(ctx, { leadId: first, person: ANA });
      const dana = await receive(ctx);
      await keepLeadsApart(ctx, { leadId: dana, person: ANA });
      const again = await receive(ctx, { message: 'Hello?' });
      expect(await matchOf(ctx, again)).toMatchObject({ earlierId: dana, told: null });
    });

    it('after the first was rejected, rests, was won or was merged: by whoever had it', async () => {
      for (const how of ['no_need', 'no_budget', 'won', 'merged'] as const) {
        const ctx = await testContext(dialect);
        const first = await receive(ctx, { externalId: 'x1' });
        await claimLead(ctx, { leadId: first, person: ANA });
        if (how === 'won') await recordOutcomes(ctx, 'api', [{ externalId: 'x1', outcome: 'won' }]);
        else if (how === 'merged')
          await mergeLead(ctx, { leadId: await receive(ctx, { message: 'More.' }), person: ANA });
        else await rejectLead(ctx, { leadId: first, person: ANA, reasonCode: how, detail: null, note: null });
        ctx.clock.move(24 * HOUR);
        const again = await receive(ctx, { message: 'Now.' });
        expect(await matchOf(ctx, again), how).toMatchObject({ earlierId: first, told: ANA });
      }
    });

    it('a manager does where the account of whoever has it is gone', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      await ctx.db.transaction((tx) =>
        tx.sql.updateTable('person').set({ goneAt: ctx.clock.now() }).where('id', '=', ANA).execute(),
      );
      const again = await receive(ctx, { message: 'Hello?' });
      expect(await matchOf(ctx, again)).toMatchObject({ earlierId: first, told: MAX });
    });

    it('what comes within the hour is told with what came first, to each who has a lead of theirs', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const one = await receive(ctx, { message: 'One' });
      ctx.clock.move(HOUR - 1);
      expect(await matchOf(ctx, await receive(ctx, { message: 'Two' }))).toMatchObject({ toldWith: one });
      ctx.clock.move(1);
      expect(await matchOf(ctx, await receive(ctx, { message: 'Three' }))).toMatchObject({ toldWith: null });
      await claimLead(ctx, { leadId: one, person: BEN });
      expect(await matchOf(ctx, await receive(ctx, { message: 'Four' }))).toMatchObject({
        told: BEN,
        toldWith: null,
      });
    });

    it('two names in a mailbox that a company shares are two of its people', async () => {
      const ctx = await testContext(dialect);
      const info = { email: 'info@harbour.example' };
      const dana = await receive(ctx, info);
      const lea = await receive(ctx, { ...info, name: 'Lea Hart' });
      expect(await matchOf(ctx, lea)).toMatchObject({ earlierId: dana, by: 'company' });
      expect(await leadNow(ctx, lea)).toMatchObject({ state: 'new' });
      const nameless = await receive(ctx, { ...info, name: null, message: 'Anybody there?' });
      expect(await matchOf(ctx, nameless)).toMatchObject({ by: 'email' });
    });
  });
}

function matchOf(ctx: TestContext, leadId: string) {
  return ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('leadMatch')
      .selectAll()
      .where('leadId', '=', leadId as never)
      .executeTakeFirst(),
  );
}
