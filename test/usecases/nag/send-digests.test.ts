import { describe, expect, it } from 'vitest';
import { upsertProfile } from '../../../src/store/team/person.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { berlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { arrive, goOnLeave, outgoing, tick, world } from '../../support/nagged-team.ts';
import { BEN, MAX } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';
import { sampleProfile } from '../../support/sample-person.ts';

for (const dialect of DIALECTS) {
  describe(`the nag policy on ${dialect}`, () => {
    it('tells a manager once a day of all that passed its promise, when they are at work', async () => {
      const ctx = await world(dialect);
      const [first, second] = await arrive(ctx, 4);
      await claimLead(ctx, { leadId: first!, person: BEN });
      await claimLead(ctx, { leadId: second!, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-12-04' });
      const inNewYork = sampleProfile(MAX, { timezone: 'America/New_York' });
      await ctx.db.transaction((tx) => upsertProfile(tx, inNewYork, ctx.clock.now()));
      await tick(ctx, berlin('2026-11-18T14:00'));
      const digests = async () => (await outgoing(ctx)).filter((line) => line.startsWith('owed_digest'));
      expect(await digests()).toEqual([]);
      await tick(ctx, berlin('2026-11-18T14:59'));
      expect(await digests()).toEqual([]);
      await tick(ctx, berlin('2026-11-18T15:00'));
      expect(await digests()).toEqual([`owed_digest to ${MAX}: 4 leads have waited past their promise.`]);
      expect(await shownTo(ctx, MAX)).toContain(`<@${BEN}> (on leave), no first contact`);
      expect((await outgoing(ctx)).filter((line) => line.includes(`to ${BEN}`))).toEqual([]);
      await tick(ctx, berlin('2026-11-18T15:01'));
      expect(await digests()).toHaveLength(1);
    });
  });
}

function shownTo(ctx: TestContext, person: string): Promise<string> {
  return ctx.db.transaction(async (tx) => {
    const row = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref'])
      .where('kind', '=', 'owed_digest')
      .where('target', '=', person)
      .executeTakeFirst();
    const view = row && (await renderedMessage(tx, row, ctx.clock.now()));
    return view ? textOf(view) : '';
  });
}
