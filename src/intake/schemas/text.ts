import { z } from 'zod';

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
export function lineOrNumber(max: number) {
  return z
    .union([cleaned(max, cleanLine), z.number()], { error: expected('must be text or a number') })
    .nullish()
    .transform((value) => absentIfBlank(typeof value === 'number' ? String(value) : value));
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

export function cleanProse(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '').toWellFormed().trim();
}

export function cleanLine(text: string): string {
  return cleanProse(text).replaceAll(/[\t\n\u2028\u2029]+/g, ' ');
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

/** Control characters, and the overrides of writing direction that let a name change how the rest of a line reads. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWANTED = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

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
