import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { scorecardHeadline } from '../../../src/sentences/en/scorecard/headline.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { recordMover, upsertProfile } from '../../../src/store/team/person.ts';
import { loadScorecard, viewScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { BEN, MIA } from '../../support/people.ts';
import { MONDAY, W47, world } from '../../support/published-week.ts';
import { saying } from '../../support/refused.ts';
import { sampleLead } from '../../support/sample-lead.ts';
import { sampleProfile } from '../../support/sample-person.ts';

for (const dialect of DIALECTS) {
  describe(`the weekly scorecard on ${dialect}`, () => {
    it('stays as it was published, while an unpublished week is told as it stands', async () => {
      const ctx = await world(dialect);
      await publishScorecard(ctx, W47);
      const late = sampleLead({ id: 'late' as LeadId, receivedAt: berlin('2026-11-18T10:00') });
      await ctx.db.transaction((tx) => insertLeads(tx, [late]));
      ctx.clock.moveTo(MONDAY + 3_600_000);
      const published = await loadScorecard(ctx, 'last');
      expect(published.publishedAt).toBe(MONDAY);
      expect(scorecardHeadline(published.scorecard)).toContain('3 leads');
      const current = await loadScorecard(ctx, 'current');
      expect([current.scorecard.week, current.publishedAt]).toEqual(['2026-W48', null]);
      expect(scorecardHeadline(current.scorecard)).toBe('Week 48 (23–29 Nov): no lead arrived');
    });

    it('of a week that has not begun says so', async () => {
      const ctx = await world(dialect);
      ctx.clock.moveTo(MONDAY);
      await expect(viewScorecard(ctx, parseWeek('2026-W49'))).rejects.toThrow(
        saying('There is nothing to tell of week 2026-W49 yet: this is week 2026-W48.'),
      );
    });

    it('names no one whose account is gone: the next who holds the office, or nobody', async () => {
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
