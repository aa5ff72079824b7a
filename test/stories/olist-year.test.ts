/**
 * A year of real leads and deals, played forward Monday by Monday: of 842 wins few are known when their week is published, and each is told later as
 * what moved it.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { Figures } from '../../src/domain/scorecard/moved.ts';
import { parseWeek, shiftWeek, type Week, weekAt, weekRange } from '../../src/domain/time/week.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recordOutcomes } from '../../src/usecases/lead/record-outcomes.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { publishScorecard } from '../../src/usecases/scorecard/publish-scorecard.ts';
import { testContext } from '../support/context.ts';
import { sharedData } from '../support/csv.ts';
import { compareWithPublished, compareWithShown } from '../support/monday-laws.ts';
import { isLong } from '../support/proof.ts';

const LEADS = sharedData('olist/olist_marketing_qualified_leads_dataset.csv');
const DEALS = sharedData('olist/olist_closed_deals_dataset.csv');
const HOUR = 3_600_000;
/** The whole takes minutes: each week on each Monday, in three zones. */
const ZONES = isLong ? ['America/Sao_Paulo', 'Europe/Berlin', 'Asia/Tokyo'] : ['America/Sao_Paulo'];
const FIRST = parseWeek(isLong ? '2017-W24' : '2018-W02');
const WEEKS = isLong ? 76 : 12;

it.skipIf(!LEADS || !DEALS).each(ZONES)(
  'A year of Olist is told as it matures, in %s',
  { timeout: 900_000 },
  async (timezone) => {
    const leads = rowsOf(LEADS ?? '').map(({ mql_id: externalId = '', first_contact_date: day, origin }) => ({
      ...{ externalId, source: origin || 'none' },
      receivedAt: Date.parse(`${day}T12:00:00Z`),
    }));
    const deals = rowsOf(DEALS ?? '').map(({ mql_id: externalId = '', won_date: at }) => ({
      ...{ externalId, outcome: 'won' as const },
      at: Date.parse(`${at?.replace(' ', 'T')}Z`),
    }));
    const first = weekRange(FIRST, timezone);
    const ctx = await testContext('sqlite', { startAt: first.start, firstStart: { timezone } });
    const [shown, published] = [new Map<Week, Figures>(), new Map<Week, string>()];
    let known = 0;
    for (let n = 0; n < WEEKS; n++) {
      const week = shiftWeek(FIRST, n);
      const { start, end } = weekRange(week, timezone);
      const isNow = (at: number) => at < end && (at >= start || n === 0);
      ctx.clock.moveTo(end + 9 * HOUR);
      const arrived = leads.filter(({ receivedAt }) => isNow(receivedAt));
      if (arrived.length > 0) await receiveLeads(ctx, arrived, { by: 'import', post: 'none' });
      const results = await recordOutcomes(
        ctx,
        'import',
        deals.filter(({ at }) => isNow(at)),
      );
      expect(results.filter(({ status }) => status === 'refused')).toEqual([]);
      expect(weekAt(ctx.clock.now() - 24 * HOUR, timezone)).toBe(week);
      await publishScorecard(ctx, week);
      const { scorecard } = await loadScorecard(ctx, week);
      known += scorecard.trend.at(-1)?.won ?? 0;
      await compareWithShown(ctx, week, shown);
    }
    await compareWithPublished(ctx, published);
    const leadsOf = (figures: Figures) => (figures.won?.kind === 'count' ? figures.won.value : 0);
    const won = [...shown.values()].map(leadsOf).reduce((sum, each) => sum + each, 0);
    // Of those that are won by the end few were known on the Monday of their week.
    expect(known / won).toBeLessThan(0.4);
    if (isLong) expect(won).toBe(deals.length);
  },
);

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(path, 'utf8'), { columns: true });
}
