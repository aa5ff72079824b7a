import { z } from 'zod';
import { cleanLine, cleanProse } from '../../reading/text.ts';

/** One line of outside text: trimmed, freed of control characters; blank counts as absent. */
export function line(max: number) {
  return cleaned(max, cleanLine).nullish().transform(absentIfBlank);
}

/** Several lines: as `line`, but line breaks and tabs stay. */
export function prose(max: number) {
  return cleaned(max, cleanProse).nullish().transform(absentIfBlank);
}

export function requiredLine(max: number) {
  return cleaned(max, cleanLine).min(1, 'is required');
}

/** Ids and sizes are text to us, numbers to many senders. */
export function lineOrNumber(max: number, number = z.number()) {
  return z
    .union([cleaned(max, cleanLine), number], { error: expected('must be text or a number') })
    .nullish()
    .transform((value) => absentIfBlank(typeof value === 'number' ? String(value) : value));
}

/** A sender's own id. One that a spreadsheet or a program has rounded is none: several people would bear it. */
export function externalId() {
  return lineOrNumber(200, WHOLE).refine((id) => id === null || !isRounded(id), {
    error: ({ input }) => `${input} is a number that was rounded, and no id any more: give it as text`,
  });
}

const WHOLE = z
  .number()
  .refine(
    (id) => !Number.isInteger(id) || Number.isSafeInteger(id),
    'has more digits than a JSON number holds: send it as text',
  );

/** "6.59107E+18", also where somebody has written it out: nobody counts up to so many noughts. */
function isRounded(id: string): boolean {
  return /^\d([.,]\d+)?E\+?\d+$/i.test(id) || (/^\d{16,}$/.test(id) && id.endsWith('000000'));
}

/** One of a few words, in any case; blank counts as absent. */
export function choice<T extends string>(words: readonly T[]) {
  return word(words)
    .nullish()
    .transform((text) => absentIfBlank(text) as T | null);
}

export function requiredChoice<T extends string>(words: readonly T[]) {
  return word(words)
    .min(1, 'is required')
    .transform((text) => text as T);
}

interface UnionIssue {
  input?: unknown;
  errors?: { code: string; message: string }[][];
}

/** One message for a union as a whole, unless one of its alternatives was meant and knows better. */
export function expected(message: string) {
  return ({ input, errors }: UnionIssue): string => {
    if (input === undefined) return 'is required';
    return errors?.flat().find((error) => error.code !== 'invalid_type')?.message ?? message;
  };
}

function cleaned(max: number, clean: (text: string) => string) {
  return (
    z
      .string()
      .refine((text) => !text.includes('\0'), 'must not contain a NUL character')
      .overwrite(clean)
      // Said when it is asked for: writing the number takes Intl, which costs 2 ms for each of some twenty fields.
      .max(max, { error: () => `may have at most ${max.toLocaleString('en')} characters` })
  );
}

function word(words: readonly string[]) {
  return z
    .string()
    .overwrite((text) => text.trim().toLowerCase())
    .refine(
      (text) => text === '' || words.includes(text),
      `must be ${words.map((each) => `"${each}"`).join(' or ')}`,
    )
    .meta({ enum: words });
}

function absentIfBlank(text: string | null | undefined): string | null {
  return text ? text : null;
}
