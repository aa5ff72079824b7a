/** A calendar month or quarter, for which a goal is agreed: `2026-11`, `2026-Q4`. */
import { Temporal } from 'temporal-polyfill';
import { refuseField } from '../refusals.ts';

export type Period = string & { readonly __period: never };

export interface PeriodDays {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
}

const PERIOD = /^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/;

export function parsePeriod(text: string): Period {
  if (!PERIOD.test(text)) throw refuseField('period', 'no_period', { text });
  return text as Period;
}

export function monthOf(day: string): Period {
  return day.slice(0, 7) as Period;
}

export function quarterOf(day: string): Period {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Period;
}

export function isMonth(period: Period): boolean {
  return !period.includes('Q');
}

export function daysOf(period: Period): PeriodDays {
  const first = firstDay(period);
  const last = first.add({ months: monthsIn(period) }).subtract({ days: 1 });
  return { from: first.toString(), to: last.toString() };
}

/** `by` months or quarters later, whichever it is; earlier where that is negative. */
export function shiftPeriod(period: Period, by: number): Period {
  const day = firstDay(period)
    .add({ months: by * monthsIn(period) })
    .toString();
  return isMonth(period) ? monthOf(day) : quarterOf(day);
}

/** The calendar quarter that was over when it began. */
export function quarterBefore(period: Period): Period {
  return shiftPeriod(quarterOf(daysOf(period).from), -1);
}

/** Those of which some day is within these, the shorter first. */
export function periodsTouching({ from, to }: PeriodDays): Period[] {
  const all = [from, to].flatMap((day) => [monthOf(day), quarterOf(day)]);
  return [...new Set(all)].toSorted(
    (a, b) => Number(!isMonth(a)) - Number(!isMonth(b)) || a.localeCompare(b),
  );
}

/** For which a goal may be proposed today. */
export function offeredPeriods(today: string): Period[] {
  const [month, quarter] = [monthOf(today), quarterOf(today)];
  return [
    ...[0, 1, 2, 3].map((by) => shiftPeriod(month, by)),
    ...[0, 1, 2].map((by) => shiftPeriod(quarter, by)),
  ];
}

/** In the zone, epoch ms; the second not included. */
export function instantsOf({ from, to }: PeriodDays, zone: string): { start: number; end: number } {
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return {
    start: startOf(Temporal.PlainDate.from(from)),
    end: startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  };
}

function monthsIn(period: Period): number {
  return isMonth(period) ? 1 : 3;
}

function firstDay(period: Period): Temporal.PlainDate {
  const year = Number(period.slice(0, 4));
  const month = isMonth(period) ? Number(period.slice(5)) : Number(period.slice(6)) * 3 - 2;
  return new Temporal.PlainDate(year, month, 1);
}
