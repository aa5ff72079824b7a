import { z } from 'zod';
import { DAY } from '../../domain/time/duration.ts';
import { instantOf } from '../../reading/dates/instant.ts';
import { cleanLine, saysNothing } from '../../reading/text.ts';
import type { ReadingContext } from './reading.ts';
import { expected } from './text.ts';

/** A sender's clock may be a little ahead of ours, and a day written without a zone may have begun elsewhere. */
const AHEAD = DAY;

/** An instant as epoch milliseconds; blank counts as absent. A date, or a time that names no zone, is of the file's, or of the team's. */
export function instant({ now, file, timezone: ours }: ReadingContext) {
  const timezone = file?.timezone ?? ours;
  const hint = file
    ? 'a date such as 2026-11-16'
    : 'an instant with its zone such as 2026-11-16T09:30:00+01:00';
  return z
    .union(
      [
        z.string().meta({
          format: 'date-time',
          description: 'Without a zone it is the team’s, and the answer says so',
        }),
        z.number(),
      ],
      {
        error: expected('must be text or a number'),
      },
    )
    .transform((value, context) => {
      const text = cleanLine(typeof value === 'number' ? String(value) : value);
      if (saysNothing(text)) return null;
      const at = instantOf(text.trim(), timezone);
      const problem = at === null ? `must be ${hint}` : outOfRange(at, now());
      if (problem) context.issues.push({ code: 'custom', message: problem, input: text });
      return at;
    })
    .nullish()
    .transform((at) => at ?? null);
}

function outOfRange(at: number, now: number): string | null {
  if (at < 0) return 'must not be before 1970';
  return at > now + AHEAD ? 'must not lie in the future' : null;
}
