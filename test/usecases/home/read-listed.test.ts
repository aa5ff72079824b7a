import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { loadSettings } from '../../../src/store/team/settings.ts';
import { campaignsOf, readDeals, readRejects, readWeek } from '../../../src/usecases/home/read-listed.ts';
import type { HomeReading } from '../../../src/usecases/home/reading.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { qualification, receiveOne } from '../../support/one-lead.ts';
import { ANA, MIA } from '../../support/people.ts';

function reading<T>(ctx: TestContext, person: typeof ANA, read: (reading: HomeReading) => Promise<T>) {
  return ctx.db.transaction(async (tx) =>
    read({ tx, settings: await loadSettings(tx), now: ctx.clock.now(), person }),
  );
}

async function rejected(ctx: TestContext, note: string, facts = {}): Promise<void> {
  const leadId = await receiveOne(ctx, facts);
  await claimLead(ctx, { leadId, person: ANA });
  await rejectLead(ctx, { leadId, person: ANA, reasonCode: 'not_our_market', detail: null, note });
}

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('rejects are those of the last seven days, the last first, with reason and note, and no tests', async () => {
      const ctx = await testContext(dialect);
      await rejected(ctx, 'Too long ago.');
      ctx.clock.move(8 * 24 * HOUR);
      await rejected(ctx, 'Two rooms only.');
      ctx.clock.move(HOUR);
      await rejected(ctx, 'A single house.');
      await rejected(ctx, 'Nobody’s business.', { isTest: true });
      const { shown, count } = await reading(ctx, MIA, (each) => readRejects(each, { limit: 10 }));
      expect(count).toBe(2);
      expect(shown.map(({ lead }) => lead.verdictNote)).toEqual(['A single house.', 'Two rooms only.']);
      expect(shown[0]?.reasonLabel).toContain('Not our market');
    });

    it('a deal is open from qualified on, and is its owner’s', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId));
      expect((await reading(ctx, ANA, (each) => readDeals(each, { limit: 2 }))).count).toBe(1);
      expect((await reading(ctx, MIA, (each) => readDeals(each, { limit: 2 }))).count).toBe(0);
    });

    it('the busiest campaign of the week stands first', async () => {
      const ctx = await testContext(dialect);
      for (const campaign of ['Fair', 'Hotels Q4', 'Hotels Q4']) await receiveOne(ctx, { campaign });
      const week = await reading(ctx, MIA, readWeek);
      expect(campaignsOf(week, { limit: 1 })).toEqual({
        shown: [{ name: 'Hotels Q4', leads: 2, qualified: 0, rejected: 0 }],
        count: 2,
      });
    });
  });
}
