import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { scorecardHeadline } from '../../../src/sentences/en/scorecard/headline.ts';
import { sayMoved } from '../../../src/sentences/en/scorecard/moved.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { recordMover, upsertProfile } from '../../../src/store/team/person.ts';
import { loadSettings, updateSettings } from '../../../src/store/team/settings.ts';
import { loadScorecard, viewScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { BEN, MAX, MIA } from '../../support/people.ts';
import { MONDAY, W47, world } from '../../support/published-week.ts';
import { saying } from '../../support/refused.ts';
import { BERLIN, sampleLead } from '../../support/sample-lead.ts';
import { sampleProfile } from '../../support/sample-person.ts';

for (const dialect of DIALECTS) {
  describe(`the weekly scorecard on ${dialect}`, () => {
    it('is told as it stands, beside how it was published and what has moved since', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, W47);
      const late = sampleLead({ id: 'late' as LeadId, receivedAt: berlin('2026-11-18T10:00') });
      await ctx.db.transaction((tx) => insertLeads(tx, [late]));
      ctx.clock.moveTo(MONDAY + 3_600_000);
      const { scorecard, published, moved } = await loadScorecard(ctx, 'last');
      expect(scorecardHeadline(scorecard)).toContain('4 leads');
      expect(published?.publishedAt).toBe(MONDAY);
      expect(published && scorecardHeadline(published.scorecard)).toContain('3 leads');
      expect(moved.map(sayMoved)).toEqual(
        expect.arrayContaining([
          'Leads: 3 → 4',
          'Qualified of leads: 33 % (1/3) → 25 % (1/4)',
          'Cost per lead: €10 → €7.50',
          'Marketing’s cost per lead: €10 → €7.50',
        ]),
      );
      const current = await loadScorecard(ctx, 'current');
      expect([current.scorecard.week, current.published, current.moved]).toEqual(['2026-W48', null, []]);
      expect(scorecardHeadline(current.scorecard)).toBe('Week 48 (23–29 Nov): no lead arrived');
    });

    it('keeps the zone and the currency that it was published in, whatever the team’s are by now', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, W47);
      await ctx.db.transaction(async (tx) => {
        const before = await loadSettings(tx);
        const after = { ...before, timezone: 'Asia/Tokyo', currency: 'USD' };
        await updateSettings(tx, after, { before, by: 'tango', at: MONDAY });
      });
      const { scorecard, moved } = await loadScorecard(ctx, W47);
      expect(scorecard).toMatchObject({ timezone: BERLIN, currency: 'EUR' });
      expect(moved).toEqual([]);
    });

    it('of a week that has not begun says so', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(MONDAY);
      await expect(viewScorecard(ctx, parseWeek('2026-W49'))).rejects.toThrow(
        saying('There is nothing to tell of week 2026-W49 yet: this is week 2026-W48.'),
      );
    });

    it('names no one whose account is gone: the next who holds the office, then the other office, or nobody', async () => {
      // ../shared/cases/34-first-marketer-gone
      const marketers = [MIA, BEN];
      const ctx = await testContext(dialect, { startAt: MONDAY, firstStart: { marketers } });
      await receiveOne(ctx);
      const named = async () => {
        const { scorecard } = await loadScorecard(ctx, 'current');
        return scorecard.agenda.flatMap(({ side, owner }) => (side === 'marketing' ? [owner] : []));
      };
      expect(await named()).toEqual([MIA]);
      await deactivate(ctx, MIA);
      expect(await named()).toEqual([BEN]);
      await deactivate(ctx, BEN);
      expect(await named()).toEqual([MAX]);
      await deactivate(ctx, MAX);
      expect(await named()).toEqual([null]);
    });
  });
}

async function deactivate(ctx: TestContext, id: PersonId): Promise<void> {
  const profile = sampleProfile(id, { isActive: false });
  await ctx.db.transaction(async (tx) => {
    await recordMover(tx, id, ctx.clock.now());
    await upsertProfile(tx, profile, ctx.clock.now());
  });
}
