/** Instants as they are written, ISO 8601. */
import { Temporal } from 'temporal-polyfill';
import { DAY } from '../../domain/time/duration.ts';
import { stretchAt } from '../../domain/time/zone.ts';
import { isoOf } from './read-dates.ts';

/** Epoch ms, or null for what is none. `timezone`: where given, of those that name none, and of days, which begin at midnight. */
export function instantOf(text: string, timezone: string | undefined): number | null {
  const at = plainInstantOf(text, timezone);
  if (at !== null) return at;
  // Other layouts, where they leave nothing open.
  const iso = isoOf(text, null);
  const known = iso === null ? null : plainInstantOf(iso, timezone);
  if (known !== null || !ISO_LIKE.test(iso ?? text)) return known;
  return (
    attempt(() => Temporal.Instant.from(iso ?? text)) ?? (timezone ? localOf(iso ?? text, timezone) : null)
  );
}

/** Worth asking `Temporal`, which throws for each that it does not take. */
const ISO_LIKE = /^[+-]?\d{4,6}-?\d\d-?\d\d/;

const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?`;
const PLAIN = new RegExp(String.raw`^(\d{4}-\d\d-\d\d)(?:[T ](${TIME})(Z|[+-][01]\d:[0-5]\d)?)?$`);

/** Nearly all are written so; `Temporal` knows all ways, takes thirty times as long, and throws for each that it does not take. */
function plainInstantOf(text: string, timezone: string | undefined): number | null {
  const [, day, time = '00:00', zone] = PLAIN.exec(text) ?? [];
  if (!day || !isDay(day)) return null;
  if (zone) return Date.parse(`${day}T${time}${zone}`);
  return timezone ? awayFromChanges(Date.parse(`${day}T${time}Z`), timezone) : null;
}

/** `Date` takes 31 February for a day in March. */
function isDay(day: string): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** What the clocks of the zone show at one instant alone; null near where they change. */
function awayFromChanges(shown: number, timezone: string): number | null {
  const { from, until, offset } = stretchAt(timezone, shown);
  const at = shown - offset;
  return at - DAY > from && at + DAY < until ? at : null;
}

function localOf(text: string, timezone: string): number | null {
  return attempt(() => Temporal.PlainDateTime.from(text).toZonedDateTime(timezone));
}

function attempt(parse: () => { epochMilliseconds: number }): number | null {
  try {
    return parse().epochMilliseconds;
  } catch {
    return null;
  }
}
