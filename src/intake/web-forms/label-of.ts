import { meaningOf } from '../../reading/words/lead-words.ts';
import { wordKey } from '../../reading/words/word-key.ts';

/** A question in words: what is asked for, with whose it is where that is not the person who filled it in. */
export function labelOf(key: string, owner: string | null): string {
  const own = questionText(key);
  if (owner === null) return own;
  const whose = questionText(owner.replace(/_?id$/i, ''));
  // A name that is asked for in parts is not the name of something.
  if (/^(?:full|your)?name$/.test(wordKey(whose)) && meaningOf(`${own} name`)) return `${own} name`;
  if (wordKey(own) === '' || wordKey(own) === 'full') return whose;
  return meaningOf(whose) !== null && SAYS_NO_MORE.has(wordKey(own)) ? whose : `${whose} ${own}`;
}

/** `email: { address: "…" }`, `company: { name: "…" }`. */
const SAYS_NO_MORE = new Set(['address', 'number', 'name', 'value', 'text', 'title', 'label']);

/** Jotform numbers its questions before their names; others have nothing but a number. */
function questionText(key: string): string {
  const text = key.replace(/^q\d+_(?=.)/, '');
  return /^\d+(?:\.\d+)*$/.test(text) ? `Question ${text}` : text;
}
