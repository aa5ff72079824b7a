/** What a sender writes besides what is read of it: kept with the lead, whatever it is. */
import { wordKey } from '../../../reading/words/word-key.ts';
import { isObject } from '../../schemas/is-object.ts';
import { isWrapper } from '../../web-forms/form-words.ts';

/**
 * What of a body is read, or is of no use to anybody, by its keys: `true` is the whole of it. Of a list the same goes for each of its members; a function
 * says it of one member.
 */
export interface Known {
  readonly [key: string]: true | Known | ((member: unknown) => Known);
}

type Found = [label: string, value: unknown];

/** Under the keys that lead to it, without those that only hold the rest together: `visit browser`. */
export function unreadOf(body: unknown, known: Known): Found[] {
  const found: Found[] = [];
  visit(found, body, { known, path: [] });
  return found;
}

interface Place {
  known: Known | ((member: unknown) => Known);
  path: readonly string[];
}

/** Deeper parts are kept as one text. */
const DEEPEST = 6;

function visit(found: Found[], value: unknown, { known, path }: Place): void {
  if (Array.isArray(value)) visitEach(found, value, { known, path });
  if (!isObject(value)) return;
  const read = typeof known === 'function' ? known(value) : known;
  for (const [key, part] of Object.entries(value)) {
    const inner = Object.hasOwn(read, key) ? read[key] : undefined;
    const below = isWrapper(wordKey(key)) && inner !== undefined ? path : [...path, key];
    if (inner === undefined) add(found, part, below);
    else if (inner !== true) visit(found, part, { known: inner, path: below });
  }
}

/** A list within a list is none that anybody knows, and may be nested deeper than the stack is. */
function visitEach(found: Found[], members: readonly unknown[], { known, path }: Place): void {
  for (const [at, member] of members.entries()) {
    const below = [...path, `${at + 1}`];
    if (Array.isArray(member)) add(found, member, below);
    else visit(found, member, { known, path: below });
  }
}

function add(found: Found[], value: unknown, path: readonly string[]): void {
  if (isObject(value) && path.length < DEEPEST && Object.keys(value).length > 0)
    for (const [key, part] of Object.entries(value)) add(found, part, [...path, key]);
  else found.push([path.join(' '), value]);
}
