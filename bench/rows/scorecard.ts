/** The scorecard of a week, computed; beside one query by hand that counts the same weeks. */
import type { Lead } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { parseWeek, shiftWeek, type Week, weekRange } from '../../src/domain/time/week.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { rawQuery } from '../harness/databases.ts';
import { alternate, compare, timed } from '../harness/measure.ts';
import type { Row } from '../harness/row.ts';
import { type BenchContext, benchContext, receivedLead, store } from '../harness/stored-leads.ts';

const HOUR = 3_600_000;
const WEEKS = 26;
const LEADS_A_WEEK = 1_000;
const COMPUTED = 10;
const LAST: Week = parseWeek('2026-W46');

export const scorecard: Row = {
  title: `scorecard of a week with ${LEADS_A_WEEK} leads ÷ one query by hand`,
  measure: async ({ databases, rounds }) => {
    const url = await databases.next();
    const ctx = await benchContext(url);
    for (let ago = 0; ago < WEEKS; ago++) await store(ctx, leadsOf(ctx, shiftWeek(LAST, -ago)));
    const byHand = await rawQuery(url, queryOf(ctx));
    await assertSame(ctx, await byHand.all());
    const both = await alternate(
      rounds,
      () => timed(COMPUTED, () => loadScorecard(ctx, LAST)),
      () => timed(COMPUTED, byHand.all),
    );
    await byHand.close();
    await ctx.db.close();
    const figures = [
      compare(both, { name: 'p50', unit: 'ms', target: '≤ 3, aim 2' }, ({ p50 }) => p50),
      compare(both, { name: 'p99', unit: 'ms' }, ({ p99 }) => p99),
    ];
    // PostgreSQL works in another process.
    if (ctx.db.dialect === 'sqlite')
      figures.push(compare(both, { name: 'CPU', unit: 'ms' }, ({ cpu }) => cpu));
    return figures;
  },
};

function leadsOf(ctx: BenchContext, week: Week): Lead[] {
  const { start, end } = weekRange(week, ctx.settings.timezone);
  return Array.from({ length: LEADS_A_WEEK }, (_, n) => {
    const receivedAt = start + Math.floor(((n * 7919) % LEADS_A_WEEK) * ((end - start) / LEADS_A_WEEK));
    return judged(receivedLead(ctx, n, { receivedAt, post: 'all' }), n);
  });
}

/** Of ten leads two are left alone, two more are in work, three are qualified, one is won and two are rejected. */
function judged(lead: Lead, n: number): Lead {
  const kind = n % 10;
  if (kind < 2) return lead;
  const claimedAt = lead.receivedAt + ((n % 7) + 1) * HOUR;
  const owner = `U_REP${n % 8}` as PersonId;
  const claimed: Lead = { ...lead, state: 'claimed', owner, claimedAt, contactedAt: claimedAt + HOUR };
  if (kind < 4) return claimed;
  const over: Lead = { ...claimed, verdictAt: claimedAt + 30 * HOUR, verdictBy: owner };
  if (kind < 7) return { ...over, state: 'qualified' };
  if (kind < 8) return { ...over, state: 'won', closedAt: claimedAt + 90 * HOUR };
  return {
    ...over,
    state: 'rejected',
    rejection: { reason: n % 4 ? 'no_need' : 'wrong_segment', detail: null, outcome: 'closed' },
  };
}

const COUNTS = `count(*) as leads,
  sum(case when state in ('qualified', 'won', 'lost') then 1 else 0 end) as qualified,
  sum(case when state in ('rejected', 'resting', 'returned') then 1 else 0 end) as rejected,
  sum(case when state = 'won' then 1 else 0 end) as won,
  sum(case when state = 'new' then 1 else 0 end) as untouched,
  sum(case when claimed_at - received_at < ${8 * HOUR} then 1 else 0 end) as claimed_in_time,
  sum(case when contacted_at - claimed_at < ${24 * HOUR} then 1 else 0 end) as contacted_in_time`;

/** Counts, rates and times of the eight weeks that the scorecard compares, but for working hours, which SQL knows nothing of. */
function queryOf({ settings: { timezone } }: BenchContext): string {
  const { start } = weekRange(shiftWeek(LAST, -7), timezone);
  const { end } = weekRange(LAST, timezone);
  return `
    with recent as (
      select *, cast((${end} - 1 - received_at) / ${7 * 24 * HOUR} as int) as ago from lead
      where received_at >= ${start} and received_at < ${end} and is_test = 0 and state <> 'merged'
    )
    select 'week' as what, cast(ago as text) as name, ${COUNTS} from recent group by ago
    union all select 'source', source, ${COUNTS} from recent where ago = 0 group by source
    union all select 'segment', segment, ${COUNTS} from recent group by segment
    union all select 'reason', reject_reason, ${COUNTS} from recent where ago = 0 group by reject_reason
    union all ${timesOf('claim', 'claimed_at - received_at')}
    union all ${timesOf('contact', 'contacted_at - claimed_at')}`;
}

/** Median and nine of ten. */
function timesOf(what: string, taken: string): string {
  return `select '${what}', cast(ago as text), max(total), max(case when place = (total + 1) / 2 then taken end),
      max(case when place = (total * 9 + 9) / 10 then taken end), 0, 0, 0, 0
    from (
      select ago, ${taken} as taken, row_number() over (partition by ago order by ${taken}) as place,
        count(*) over (partition by ago) as total
      from recent where ${taken} is not null
    ) as taking group by ago`;
}

async function assertSame(ctx: BenchContext, rows: Record<string, unknown>[]): Promise<void> {
  const ofWeek = rows.find(({ what, name }) => what === 'week' && name === '0');
  const counted = Number(ofWeek?.leads);
  const { scorecard: computed } = await loadScorecard(ctx, LAST);
  const leads = computed.metrics.leads.now;
  if (leads.kind !== 'count' || leads.value !== counted)
    throw new Error(`They count differently: ${counted}`);
}
