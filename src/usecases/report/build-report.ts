import { Temporal } from 'temporal-polyfill';
import { refuse, refuseField } from '../../domain/refusals.ts';
import { oneSegmentEach } from '../../domain/report/one-segment.ts';
import { periodOf, periodsBetween } from '../../domain/report/periods.ts';
import { buildReport, type Report, type ReportFacts } from '../../domain/report/report.ts';
import { type LeadCounts, sumOf, type Win } from '../../domain/report/report-figures.ts';
import {
  isPeriodKind,
  type LeadKey,
  type PeriodKind,
  type ReportBy,
} from '../../domain/report/report-keys.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import {
  type Cohort,
  countExcluded,
  countLeads,
  findArrivals,
  findWins,
  type WinRow,
} from '../../store/report/report.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Days are YYYY-MM-DD in the team's zone, both included. */
export function loadReport(ctx: Context, range: { from: string; to: string; by: ReportBy }): Promise<Report> {
  const [from, to] = [dayOf('from', range.from), dayOf('to', range.to)];
  if (from > to) throw refuse('range_backwards', { from, to });
  return perform(ctx, 'tango', async ({ tx, settings }) => {
    const { timezone, currency } = settings;
    const cohort = { since: startOf(from, timezone), before: startOf(dayAfter(to), timezone) };
    return buildReport(
      { from, to, by: range.by, currency },
      {
        ...(isPeriodKind(range.by)
          ? await factsOfPeriods(tx, cohort, { kind: range.by, timezone })
          : await factsOfKeys(tx, cohort, { by: range.by, timezone })),
        spend: await findSpendBetween(tx, from, to),
        excluded: await countExcluded(tx, cohort),
      },
    );
  });
}

type Facts = Pick<ReportFacts, 'counts' | 'wins'>;

async function factsOfKeys(
  tx: Tx,
  cohort: Cohort,
  { by, timezone }: { by: LeadKey; timezone: string },
): Promise<Facts> {
  const wins = (await findWins(tx, cohort, by)).map((win) => withDays(win, timezone));
  const counts = await countLeads(tx, cohort, by);
  return by === 'segment' ? oneSegmentEach({ counts, wins }) : { counts, wins };
}

/** From the first arrival to the last: whoever asks for a century is not answered with its weeks. */
async function factsOfPeriods(
  tx: Tx,
  cohort: Cohort,
  { kind, timezone }: { kind: PeriodKind; timezone: string },
): Promise<Facts> {
  const arrivals = await findArrivals(tx, cohort);
  if (!arrivals) return { counts: [], wins: [] };
  const counts: LeadCounts[] = [];
  for (const { key, from, to } of periodsBetween(
    dayIn(timezone, arrivals.first),
    dayIn(timezone, arrivals.last),
    kind,
  )) {
    const part = { since: startOf(from, timezone), before: startOf(dayAfter(to), timezone) };
    counts.push({ ...sumOf(await countLeads(tx, part, 'source')), key });
  }
  const wins = (await findWins(tx, cohort, 'source')).map((win) => withDays(win, timezone));
  return { counts, wins: wins.map((win) => ({ ...win, key: periodOf(win.arrivedOn, kind) })) };
}

function dayOf(field: string, text: string): string {
  try {
    if (/^\d{4}-\d\d-\d\d$/.test(text))
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // Falls through to the one refusal below.
  }
  throw refuseField(field, 'no_report_day', { text });
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

function startOf(day: string, timezone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timezone).epochMilliseconds;
}

function withDays({ arrivedAt, wonAt, ...win }: WinRow, timezone: string): Win {
  const arrived = localDay(arrivedAt, timezone);
  if (wonAt === null) return { ...win, arrivedOn: arrived.toString(), wonOn: null, days: null };
  const won = localDay(wonAt, timezone);
  const days = arrived.until(won, { largestUnit: 'days' }).days;
  return { ...win, arrivedOn: arrived.toString(), wonOn: won.toString(), days };
}

function localDay(at: number, timezone: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(dayIn(timezone, at));
}
