import { distance } from 'fastest-levenshtein';
import { AppError, inWords } from '../../../errors.ts';
import type { Dictionary } from '../../../reading/words/dictionary.ts';
import { wordKey } from '../../../reading/words/word-key.ts';
import type { FileAnswers } from '../../../sentences/en/file-answers.ts';

/** A guess is offered in words and never acted on: a column taken for another would go unseen. */
export function missingField(
  group: readonly string[],
  free: readonly string[],
  { words, answers }: { words: Pick<Dictionary<string>, 'keysOf'>; answers: FileAnswers },
): string {
  const [field = ''] = group;
  const guess = nearest([wordKey(field), ...words.keysOf(field)], free);
  return `missing column ${group.map(answers.field).join(' or ')}; ${answers.missing(field, guess)}`;
}

export function unknownColumn(header: readonly string[], column: string): AppError {
  const guess = nearest([wordKey(column)], header);
  const hint = guess === null ? `it has: ${header.join(', ')}` : `did you mean ${quoted(guess)}?`;
  return new AppError('invalid', inWords(`The file has no column ${quoted(column)}; ${hint}`));
}

/** Of the fields that have no column the one whose words this column resembles. */
export function guessField(
  column: string,
  { lacking, words }: { lacking: readonly string[]; words: Pick<Dictionary<string>, 'keysOf'> },
): string | null {
  let best: { field: string; cost: number } | null = null;
  for (const field of lacking) {
    for (const word of [wordKey(field), ...words.keysOf(field)]) {
      const cost = costOf(word, wordKey(column));
      if (cost !== null && (!best || cost < best.cost)) best = { field, cost };
    }
  }
  return best?.field ?? null;
}

function nearest(words: readonly string[], headers: readonly string[]): string | null {
  let best: { header: string; cost: number } | null = null;
  for (const header of headers) {
    for (const word of words) {
      const cost = costOf(word, wordKey(header));
      if (cost !== null && (!best || cost < best.cost)) best = { header, cost };
    }
  }
  return best?.header ?? null;
}

/** One holds the other ("lead_origin_name"), or at most a third of the letters differ. */
function costOf(word: string, header: string): number | null {
  if (word.length >= 4 && header.includes(word)) return 0;
  const edits = distance(word, header);
  return edits <= Math.floor(word.length / 3) ? edits : null;
}

function quoted(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`;
}
