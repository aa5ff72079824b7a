/** Times that name no zone are the team’s, as in files; whoever calls is told in the answer which were taken so. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { instantOf } from '../../reading/dates/instant.ts';
import { cleanLine, saysNothing } from '../../reading/text.ts';
import { surelyTellsArrival } from '../../reading/words/lead-words.ts';
import type { Context } from '../../usecases/context.ts';
import { viewSettings } from '../../usecases/team/load-settings.ts';
import { isObject } from '../schemas/is-object.ts';

/** What was taken although it left something open, by its field; left out where there is none. */
export const Noted = z
  .array(z.object({ field: z.string(), message: z.string() }))
  .optional()
  .meta({
    description: 'What was taken although it left something open: a time without a zone, as the team’s',
  });

type Noted = NonNullable<z.infer<typeof Noted>>;

/** The team’s zone, where something in the body needs one; nothing is looked up for others. */
export async function zoneFor(ctx: Context, body: unknown): Promise<string | undefined> {
  const items = Array.isArray(body) ? body : [body];
  return items.some(lacksZone) ? (await viewSettings(ctx)).timezone : undefined;
}

function lacksZone(item: unknown): boolean {
  if (!isObject(item)) return false;
  return Object.entries(item).some(
    ([key, value]) => (TIMES.has(key) || surelyTellsArrival(key)) && isZoneless(value),
  );
}

const TIMES: ReadonlySet<string> = new Set(['receivedAt', 'at']);

function isZoneless(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const text = cleanLine(value);
  return !saysNothing(text) && instantOf(text, undefined) === null && instantOf(text, 'UTC') !== null;
}

/** `{ noted }` for the answer, or nothing to add to it. */
export function notedZones(
  body: unknown,
  field: 'receivedAt' | 'at',
  timezone: string | undefined,
): { noted?: Noted } {
  if (timezone === undefined) return {};
  const items = Array.isArray(body) ? body : [body];
  const noted = items.flatMap((item, index) => {
    const value = isObject(item) ? item[field] : undefined;
    if (!isZoneless(value)) return [];
    const at = instantOf(cleanLine(value), timezone);
    if (at === null) return [];
    const place = Array.isArray(body) ? `${index}.${field}` : field;
    return [{ field: place, message: `names no time zone: taken as ${inZone(at, timezone)}, by the team’s` }];
  });
  return noted.length > 0 ? { noted } : {};
}

function inZone(at: number, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** One schema for each zone that was ever asked for. */
export function byZone<T>(make: (timezone: string | undefined) => T): (timezone: string | undefined) => T {
  const made = new Map<string | undefined, T>();
  return (timezone) => {
    const known = made.get(timezone) ?? make(timezone);
    made.set(timezone, known);
    return known;
  };
}
