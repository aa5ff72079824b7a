import { Temporal } from 'temporal-polyfill';
import { refuse, refuseField } from '../../domain/refusals.ts';
import { oneSegmentEach } from '../../domain/report/one-segment.ts';
import { buildReport, type Report, type ReportBy } from '../../domain/report/report.ts';
import type { Win } from '../../domain/report/report-figures.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findSpendBetween } from '../../store/money/spend.ts';
import { countExcluded, countLeads, findWins, type WinRow } from '../../store/report/report.ts';
import type { Context } from '../context.ts';
import { perform } from '../work.ts';

/** Days are YYYY-MM-DD in the team's zone, both included. */
export function loadReport(ctx: Context, range: { from: string; to: string; by: ReportBy }): Promise<Report> {
  const [from, to] = [dayOf('from', range.from), dayOf('to', range.to)];
  if (from > to) throw refuse('range_backwards', { from, to });
  return perform(ctx, 'tango', async ({ tx, settings }) => {
    const { timezone, currency } = settings;
    const cohort = { since: startOf(from, timezone), before: startOf(dayAfter(to), timezone) };
    const wins = (await findWins(tx, cohort, range.by)).map((win) => withDays(win, timezone));
    const counts = await countLeads(tx, cohort, range.by);
    return buildReport(
      { from, to, by: range.by, currency },
      {
        ...(range.by === 'segment' ? oneSegmentEach({ counts, wins }) : { counts, wins }),
        spend: await findSpendBetween(tx, from, to),
        excluded: await countExcluded(tx, cohort),
      },
    );
  });
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
