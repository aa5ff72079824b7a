import type { BroughtFile, FileWish } from '../../../domain/brought-file/brought-file.ts';
import { stateKey } from '../../../reading/words/word-key.ts';
import { wordField } from '../../action-ids.ts';
import { meaningsOf, stateFieldOf, stateWordsOf } from '../../views/brought-file/state-words-modal.ts';
import { chosen, type FormValues } from '../edge/form-values.ts';

/** What was said before of other words holds on. */
export function readWords({ look, wish }: BroughtFile, values: FormValues): Partial<FileWish> {
  if (!look) return {};
  const field = stateFieldOf(look);
  const known = new Set(meaningsOf(field).map(([value]) => value));
  const said = stateWordsOf(look).flatMap(({ text }, index): [string, string][] => {
    const means = chosen(values, wordField(index));
    return means !== null && known.has(means) ? [[stateKey(text), means]] : [];
  });
  return { words: { ...wish.words, [field]: { ...wish.words[field], ...Object.fromEntries(said) } } };
}
