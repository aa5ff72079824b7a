import { Temporal } from 'temporal-polyfill';

/** The calendar day, YYYY-MM-DD, that it is in the zone at that instant (epoch ms). */
export function dayIn(timezone: string, at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
