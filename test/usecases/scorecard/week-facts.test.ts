import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { shiftWeek } from '../../../src/domain/time/week.ts';
import { insertLeads } from '../../../src/store/lead/lead.ts';
import { loadSettings, updateSettings } from '../../../src/store/team/settings.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../../src/usecases/scorecard/publish-scorecard.ts';
import { berlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MONDAY, W47, world } from '../../support/published-week.ts';
import { sampleLead } from '../../support/sample-lead.ts';

const DAY = 86_400_000;
/** In New York it is Sunday evening still. */
const MIDNIGHT = berlin('2026-11-23T00:30');

for (const dialect of DIALECTS) {
  describe(`a week after the zone was changed, on ${dialect}`, () => {
    it.each(['America/New_York', 'Asia/Tokyo'])(
      'begins where the published one before it ended: %s',
      async (timezone) => {
        const ctx = await world(dialect);
        await publishScorecard(ctx, W47);
        const before = await weeksWith(ctx, MIDNIGHT);
        await change(ctx, { timezone });
        ctx.clock.moveTo(MONDAY + 7 * DAY);
        expect(before).toEqual([0, 1]);
        expect(await weeksWith(ctx, berlin('2026-11-22T20:00'))).toEqual([1, 0]);
        expect(await weeksWith(ctx, MIDNIGHT)).toEqual([0, 1]);
        await publishScorecard(ctx, shiftWeek(W47, 1));
        expect((await loadScorecard(ctx, shiftWeek(W47, 1))).scorecard.startsAt).toBe(
          berlin('2026-11-23T00:00'),
        );
      },
    );

    it('keeps the working time of a published one: no figure of it moves with the hours of the team', async () => {
      const ctx = await world(dialect);
      const at = berlin('2026-11-18T10:00');
      const lead = sampleLead({
        id: 'w' as LeadId,
        receivedAt: at,
        contactedAt: at + 30 * 3_600_000,
        claimedAt: at,
      });
      await ctx.db.transaction((tx) => insertLeads(tx, [{ ...lead, cardChannel: 'C1', state: 'claimed' }]));
      await publishScorecard(ctx, W47);
      const { calendar } = await ctx.db.transaction(loadSettings);
      await change(ctx, { calendar: { ...calendar, from: '11:00', to: '12:00' } });
      const { moved, scorecard } = await loadScorecard(ctx, W47);
      expect(scorecard.metrics.waitTime.now).toMatchObject({ of: 1 });
      expect(moved).toEqual([]);
    });
  });
}

let made = 0;

/** How many leads more the two weeks have with one that arrives then. */
async function weeksWith(ctx: TestContext, receivedAt: number): Promise<number[]> {
  const weeks = [W47, shiftWeek(W47, 1)];
  const leads = async () =>
    Promise.all(weeks.map(async (week) => (await loadScorecard(ctx, week)).scorecard.trend.at(-1)!.leads));
  const before = await leads();
  const id = `at-${receivedAt}-${made++}` as LeadId;
  await ctx.db.transaction((tx) => insertLeads(tx, [sampleLead({ id, externalId: id, receivedAt })]));
  const after = await leads();
  return after.map((count, n) => count - before[n]!);
}

async function change(
  ctx: TestContext,
  changes: Partial<Awaited<ReturnType<typeof loadSettings>>>,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const before = await loadSettings(tx);
    await updateSettings(tx, { ...before, ...changes }, { before, by: 'tango', at: MONDAY });
  });
}
