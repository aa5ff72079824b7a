import { z } from 'zod';
import { isoOf } from '../../reading/dates/read-dates.ts';
import { cleanLine } from '../../reading/text.ts';
import { expected } from './text.ts';

const WANTED = 'must be a day such as 2026-11-16';

/** A calendar day, YYYY-MM-DD; of other layouts those that leave nothing open. */
export function requiredDay() {
  return z
    .union([z.string().meta({ format: 'date' }), z.number()], { error: expected(WANTED) })
    .transform((value, context): string => {
      const text = cleanLine(String(value));
      const day = dayOf(text);
      if (day !== null) return day;
      context.issues.push({ code: 'custom', message: text === '' ? 'is required' : WANTED, input: value });
      return z.NEVER;
    });
}

/** What stands behind it is midnight, or it is no day. */
function dayOf(text: string): string | null {
  const iso = isoOf(text, null);
  const [, day = null] = /^(\d{4}-\d\d-\d\d)(?:T00:00:00(?:\.000)?Z?)?$/.exec(iso ?? '') ?? [];
  return day;
}
