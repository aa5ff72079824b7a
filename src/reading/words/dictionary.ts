import { wordKey } from './word-key.ts';

/** Which field a word names, and how well: of two columns for one field the lower rank counts. */
interface Known<Field extends string> {
  field: Field;
  rank: number;
}

/** Words by their key, and what may stand around them in a question. */
export interface Dictionary<Field extends string> {
  find(label: string): Known<Field> | null;
  /** Keys of a field, the surest first. */
  keysOf(field: Field): readonly string[];
}

type Words<Field extends string> = Readonly<Partial<Record<Field, readonly string[]>>>;

interface Wrappings {
  before: readonly string[];
  after: readonly string[];
}

/** Labels that are looked up again and again: those of forms and of keys in JSON. */
const MOST_REMEMBERED = 2_000;

/** Of the same word in two lists the earlier list counts; `noFields` are words that only seem to be a field's. */
export function dictionary<Field extends string>(
  lists: readonly Words<Field>[],
  asks: Wrappings = { before: [], after: [] },
  noFields: readonly string[] = [],
): Dictionary<Field> {
  const known = new Map<string, Known<Field>>();
  const keys = new Map<string, string[]>();
  for (const list of lists) {
    for (const [field, words] of Object.entries(list) as [Field, readonly string[]][]) {
      for (const word of words) add(known, keys, field, wordKey(word));
    }
  }
  const around = { before: sorted(asks.before), after: sorted(asks.after) };
  const none = new Set(noFields.map(wordKey));
  const remembered = new Map<string, Known<Field> | null>();
  return {
    keysOf: (field) => keys.get(field) ?? [],
    find(label) {
      const before = remembered.get(label);
      if (before !== undefined) return before;
      const found = none.has(wordKey(label)) ? null : lookUp(label, known, around);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(label, found);
      return found;
    },
  };
}

function add<Field extends string>(
  known: Map<string, Known<Field>>,
  keys: Map<string, string[]>,
  field: Field,
  key: string,
): void {
  if (known.has(key)) return;
  const own = keys.get(field) ?? [];
  known.set(key, { field, rank: own.length });
  keys.set(field, [...own, key]);
}

/** The longest first, so that "what is your" goes as a whole. */
function sorted(phrases: readonly string[]): string[] {
  return [...new Set(phrases.map(wordKey))].sort((a, b) => b.length - a.length);
}

/** Longer labels are sentences, in which a word says little. */
const LONGEST = 120;

function lookUp<Field extends string>(
  label: string,
  known: ReadonlyMap<string, Known<Field>>,
  around: Wrappings,
): Known<Field> | null {
  if (label.length > LONGEST) return null;
  for (const text of [label, withoutAsides(label)]) {
    const key = wordKey(text);
    const found = known.get(key) ?? unwrapped(key, known, around);
    if (found) return found;
  }
  return null;
}

/** "E-Mail (geschäftlich)", "1. Name", "Q3: Company". */
function withoutAsides(label: string): string {
  return label
    .replaceAll(/[([（【［{][^)\]）】］}]*[)\]）】］}]/g, ' ')
    .replace(/^\s*(?:Q|Frage|Question)?\s*\d{1,2}\s*[.):：]\s*/i, '');
}

/** Whatever is taken away, what is left must be a word as a whole: "your competitor’s name" is none. */
function unwrapped<Field extends string>(
  key: string,
  known: ReadonlyMap<string, Known<Field>>,
  { before, after }: Wrappings,
): Known<Field> | null {
  const open = [key];
  const seen = new Set(open);
  for (let at = 0; at < open.length; at++) {
    const each = open[at] ?? '';
    const shorter = [
      ...before.filter((phrase) => each.startsWith(phrase)).map((phrase) => each.slice(phrase.length)),
      ...after.filter((phrase) => each.endsWith(phrase)).map((phrase) => each.slice(0, -phrase.length)),
    ];
    for (const rest of shorter) {
      const found = known.get(rest);
      if (found) return found;
      if (rest === '' || seen.has(rest)) continue;
      seen.add(rest);
      open.push(rest);
    }
  }
  return null;
}
