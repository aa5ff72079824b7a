/** The months and weeks that the days of a report are cut into. */
import { Temporal } from 'temporal-polyfill';
import { weekOf } from '../time/week.ts';
import type { PeriodKind } from './report-keys.ts';

export interface Period {
  /** `2026-11`, or `2026-W47` (ISO, Monday to Sunday). */
  key: string;
  /** YYYY-MM-DD, both included; the first and the last are cut to the days that were asked for. */
  from: string;
  to: string;
}

export function periodOf(day: string, kind: PeriodKind): string {
  return kind === 'month' ? day.slice(0, 7) : weekOf(day);
}

/** In the order of time; none where the last day is before the first. */
export function periodsBetween(from: string, to: string, kind: PeriodKind): Period[] {
  const periods: Period[] = [];
  for (let day = from; day <= to; ) {
    const first = Temporal.PlainDate.from(day);
    const next =
      kind === 'month' ? first.with({ day: 1 }).add({ months: 1 }) : first.add({ days: 8 - first.dayOfWeek });
    const end = next.subtract({ days: 1 }).toString();
    periods.push({ key: periodOf(day, kind), from: day, to: end < to ? end : to });
    day = next.toString();
  }
  return periods;
}
