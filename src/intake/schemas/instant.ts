import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { DAY } from '../../domain/time/duration.ts';
import type { ReadingContext } from './reading.ts';

/** A sender's clock may be a little ahead of ours, and a day written without a zone may have begun elsewhere. */
const AHEAD = DAY;

/** An instant as epoch milliseconds; blank counts as absent. Through a file also a date or a local time, in the file's zone. */
export function instant({ now, file }: ReadingContext) {
  const timezone = file?.timezone;
  const hint = timezone
    ? 'a date such as 2026-11-16'
    : 'an instant with its zone such as 2026-11-16T09:30:00+01:00';
  return z
    .string()
    .meta({ format: 'date-time' })
    .transform((text, context) => {
      if (text.trim() === '') return null;
      const at = instantOf(text.trim(), timezone);
      const problem = at === null ? `must be ${hint}` : outOfRange(at, now());
      if (problem) context.issues.push({ code: 'custom', message: problem, input: text });
      return at;
    })
    .nullish()
    .transform((at) => at ?? null);
}

function instantOf(text: string, timezone: string | undefined): number | null {
  return attempt(() => Temporal.Instant.from(text)) ?? (timezone ? localOf(text, timezone) : null);
}

function localOf(text: string, timezone: string): number | null {
  const iso = text
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)/, '$1-$2-$3')
    .replace(/^(\d\d)\.(\d\d)\.(\d{4})/, '$3-$2-$1');
  return attempt(() => Temporal.PlainDateTime.from(iso).toZonedDateTime(timezone));
}

function attempt(parse: () => { epochMilliseconds: number }): number | null {
  try {
    return parse().epochMilliseconds;
  } catch {
    return null;
  }
}

function outOfRange(at: number, now: number): string | null {
  if (at < 0) return 'must not be before 1970';
  return at > now + AHEAD ? 'must not lie in the future' : null;
}
