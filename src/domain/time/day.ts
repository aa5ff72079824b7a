import { Temporal } from 'temporal-polyfill';
import { stretchAt } from './zone.ts';

/** The calendar day, YYYY-MM-DD, that it is in the zone at that instant (epoch ms). */
export function dayIn(timezone: string, at: number): string {
  return new Date(at + stretchAt(timezone, at).offset).toISOString().slice(0, 10);
}

/** The instant (epoch ms) at which it is `time` (HH:MM) on that day in the zone; in a gap of the clocks, the first one after it. */
export function instantOn(timezone: string, day: string, time: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: timezone, plainTime: time })
    .epochMilliseconds;
}

/** So many days with the given one, the last first. */
export function daysUntil(day: string, count: number): string[] {
  const last = Temporal.PlainDate.from(day);
  return Array.from({ length: count }, (_, n) => last.subtract({ days: n }).toString());
}
