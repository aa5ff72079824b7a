import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { findLead } from '../../../src/store/lead/lead.ts';
import { loadLeadScene } from '../../../src/usecases/lead/load-lead-scene.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recountNags } from '../../../src/usecases/nag/recount-nags.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';

const MINUTE = 60_000;

for (const dialect of DIALECTS) {
  describe(`the times of nags, on ${dialect}`, () => {
    it('moves the next nag of every open lead when a promise changes, once, and says nothing twice', async () => {
      const ctx = await testContext(dialect);
      const ids = await receive(ctx, 120);
      expect(await recountNags(ctx)).toBe(120);
      expect(await recountNags(ctx)).toBe(0);
      ctx.clock.move(121 * MINUTE);
      expect(await sendNags(ctx)).toBe(120);
      await changeSettings(ctx, {
        person: MAX,
        change: ({ promises }) => ({ promises: { ...promises, claim: { hot: 15, standard: 130 } } }),
      });
      expect(await recountNags(ctx)).toBe(120);
      expect(await sendNags(ctx)).toBe(0);
      const lead = await ctx.db.transaction((tx) => findLead(tx, ids[0]!));
      expect(lead?.nextNagAt).toBe(lead!.receivedAt + 260 * MINUTE);
    });
  });
}

it('a lead that is not open keeps out of the counting', async () => {
  const ctx = await testContext('sqlite');
  const [id] = await receive(ctx, 1);
  await ctx.db.transaction((tx) => tx.sql.updateTable('lead').set({ state: 'won' }).execute());
  expect(await recountNags(ctx)).toBe(0);
  expect((await loadLeadScene(ctx, { leadId: id!, person: ANA })).lead.state).toBe('won');
});

async function receive(ctx: TestContext, count: number): Promise<LeadId[]> {
  const leads = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n}` }));
  return (await receiveLeads(ctx, leads, { by: 'api', post: 'all' })).map(({ id }) => id);
}
