import { Temporal } from 'temporal-polyfill';

/** When a job is due; local times `HH:MM`, ISO weekdays (Monday is 1). */
export type When =
  | { every: 'minute' }
  | { every: 'day'; time: string }
  | { every: 'week'; weekday: number; time: string };

/** One time at which a job is due. */
export interface Occurrence {
  /** YYYY-MM-DD, so that later ones sort later. */
  key: string;
  /** Epoch ms. */
  at: number;
}

/**
 * The latest one at or before `now`. A time that the change of the clocks leaves out is taken an hour later, one that comes twice at
 * its first.
 */
export function latestOccurrence(
  when: Exclude<When, { every: 'minute' }>,
  zone: string,
  now: number,
): Occurrence {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const sinceWeekday = when.every === 'week' ? (today.dayOfWeek - when.weekday + 7) % 7 : 0;
  const candidate = onDay(today.subtract({ days: sinceWeekday }), when.time, zone);
  if (candidate.at <= now) return candidate;
  const period = when.every === 'week' ? 7 : 1;
  return onDay(today.subtract({ days: sinceWeekday + period }), when.time, zone);
}

function onDay(day: Temporal.PlainDate, time: string, zone: string): Occurrence {
  const zoned = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return { key: day.toString(), at: zoned.epochMilliseconds };
}
