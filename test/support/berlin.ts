import { Temporal } from 'temporal-polyfill';

/** The instant at which the clocks of Berlin show it; the first one where they show it twice. */
export function berlin(local: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin', { disambiguation: 'earlier' })
    .epochMilliseconds;
}

/** "Tue 2026-11-17 14:15" */
export function inBerlin(instant: number): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/Berlin');
  const weekday = zoned.toLocaleString('en', { weekday: 'short' });
  return `${weekday} ${zoned.toPlainDate()} ${zoned.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
