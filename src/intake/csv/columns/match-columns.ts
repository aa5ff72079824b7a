import { AppError, inWords } from '../../../errors.ts';
import { isPlainlyEmail } from '../../../reading/lead/email.ts';
import { isPlainlyPhone } from '../../../reading/lead/phone.ts';
import type { Dictionary } from '../../../reading/words/dictionary.ts';
import { leadFileWords, namesSomebodyElse } from '../../../reading/words/lead-words.ts';
import { moneyWords, WON_DATES } from '../../../reading/words/money-words.ts';
import { wordKey } from '../../../reading/words/word-key.ts';
import { type FileAnswers, TYPED_ANSWERS } from '../../../sentences/en/file-answers.ts';
import { type KnownExport, knownExport } from './known-exports.ts';
import { EXTRA, type Layout } from './layout.ts';
import { missingField, unknownColumn } from './suggest.ts';

/** What the person who imports said about the file. */
export interface ColumnOptions {
  /** Field → column. */
  map: Readonly<Record<string, string>>;
  /** Field → the value of every row. */
  set: Readonly<Record<string, string>>;
  /** Field → the value of every row, all of them or none: where a column gives one, the file knows better. */
  otherwise?: Readonly<Record<string, string>>;
  /** Columns that are left out altogether. */
  ignore?: readonly string[];
  /** How whoever brings the file answers what it leaves open; left out: behind the command. */
  answers?: FileAnswers;
}

/** Which column each field is read from. */
export interface ColumnPlan {
  header: readonly string[];
  columns: ReadonlyMap<string, number>;
  constants: Readonly<Record<string, string>>;
  /** Fields that say something by being there, so that a row without them is refused. */
  telling: readonly string[];
  /** By column: what stands before each of its values. */
  prefixes: ReadonlyMap<number, string>;
  /** Field → further columns that are called by its words, as `fields.NAME`: where the first is blank the next one counts. */
  spares: ReadonlyMap<string, readonly string[]>;
  /** Columns that somebody wants left out. */
  ignored: readonly number[];
}

/**
 * Each field by --set, then --map, then what we know of the program whose export it is, then its own name in the header, then the words
 * of all languages, then what the values of `sample`, the file's first rows, plainly are; refuses when a required one is nowhere.
 */
export function matchColumns(
  header: string[],
  layout: Layout,
  said: ColumnOptions,
  sample: readonly (readonly string[])[] = [],
): ColumnPlan {
  const ignored = (said.ignore ?? []).map((column) => findColumn(header, column));
  if (ignored.length === 0) return match(header, layout, said, sample);
  // To the rest such a column has no name and no values; its place it keeps.
  const bare = (cells: readonly string[]) =>
    cells.map((cell, index) => (ignored.includes(index) ? '' : cell));
  const plan = match(bare(header), layout, said, sample.map(bare));
  const columns = [...plan.columns].filter(([, index]) => !ignored.includes(index));
  return { ...plan, header, columns: new Map(columns), ignored };
}

function match(
  header: string[],
  layout: Layout,
  said: ColumnOptions,
  sample: readonly (readonly string[])[],
): ColumnPlan {
  const known = knownExport(header, layout.noun);
  const wishes = known ? withKnown(header, known, said) : said;
  const columns = new Map<string, number>();
  for (const [field, column] of Object.entries(wishes.map)) columns.set(field, findColumn(header, column));
  const named = namedColumns(header, layout);
  for (const field of Object.keys(layout.fields)) {
    if (columns.has(field) || field in wishes.set) continue;
    const index = search(header, field, { named, taken: new Set(columns.values()) });
    if (index >= 0) columns.set(field, index);
  }
  if (layout.noun === 'leads') byShape({ header, sample, columns, set: wishes.set });
  if (layout.keepsUnknown) keepUnknown(header, columns);
  const isWon = tellsWon(header, columns, { layout, set: wishes.set });
  const { otherwise = {} } = wishes;
  const constants = {
    ...(Object.keys(otherwise).some((field) => columns.has(field)) ? {} : otherwise),
    ...wishes.set,
    ...(isWon ? { outcome: 'won' } : {}),
  };
  assertComplete(header, { layout, answers: said.answers ?? TYPED_ANSWERS }, { columns, constants });
  return {
    header,
    columns,
    constants,
    telling: isWon ? ['at'] : [],
    prefixes: prefixesOf(header, known),
    spares: sparesOf(named, columns),
    ignored: [],
  };
}

/** What the person says wins, be it a column or a value. */
function withKnown(header: string[], known: KnownExport, said: ColumnOptions): ColumnOptions {
  const isSaid = ([field]: [string, string]) => field in said.map || field in said.set;
  const columns = Object.entries(known.columns).flatMap(([field, name]): [string, string][] => {
    const column = header.find((each) => wordKey(each) === name);
    return column === undefined ? [] : [[field, column]];
  });
  return {
    ...said,
    map: { ...Object.fromEntries(columns.filter((each) => !isSaid(each))), ...said.map },
    set: {
      ...Object.fromEntries(Object.entries(known.constants).filter((each) => !isSaid(each))),
      ...said.set,
    },
  };
}

function prefixesOf(header: string[], known: KnownExport | null): Map<number, string> {
  const prefixes = new Map<number, string>();
  header.forEach((name, index) => {
    const prefix = known?.prefixes.find(([like]) => like.test(wordKey(name)))?.[1];
    if (prefix) prefixes.set(index, prefix);
  });
  return prefixes;
}

function findColumn(header: string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  const index = header.findIndex((name) => wordKey(name) === wordKey(column));
  if (index < 0) throw unknownColumn(header, column);
  return index;
}

/** Field → the columns that are called by its words, the surest first. */
type NamedColumns = ReadonlyMap<string, readonly number[]>;

function namedColumns(header: readonly string[], layout: Layout): NamedColumns {
  const found = header.flatMap((name, index) => {
    const known = wordsOf(layout).find(name);
    return known ? [{ ...known, index }] : [];
  });
  found.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const byField = Map.groupBy(found, ({ field }) => field);
  return new Map([...byField].map(([field, all]) => [field, all.map(({ index }) => index)]));
}

export function wordsOf({ noun }: Pick<Layout, 'noun'>): Dictionary<string> {
  return noun === 'leads' ? leadFileWords() : moneyWords(noun);
}

/** Where both stand, "Title" is how somebody is addressed. */
const SURER: Readonly<Record<string, string>> = { title: 'jobtitle' };

function search(
  header: readonly string[],
  field: string,
  { named, taken }: { named: NamedColumns; taken: ReadonlySet<number> },
): number {
  const surer = header.findIndex((name) => wordKey(name) === SURER[field]);
  if (surer >= 0 && !taken.has(surer)) return surer;
  const exact = header.findIndex((name) => name.toLowerCase() === field.toLowerCase());
  if (exact >= 0 && !taken.has(exact)) return exact;
  return named.get(field)?.find((index) => !taken.has(index)) ?? -1;
}

interface Shaped {
  header: readonly string[];
  sample: readonly (readonly string[])[];
  columns: Map<string, number>;
  set: ColumnOptions['set'];
}

/** The one column of which every value is an address, or a number with its country's code, where none is known by its name. */
function byShape({ header, sample, columns, set }: Shaped): void {
  const shapes = { email: isPlainlyEmail, phone: isPlainlyPhone };
  for (const [field, isPlainly] of Object.entries(shapes)) {
    if (columns.has(field) || field in set) continue;
    const taken = new Set(columns.values());
    const [only, ...others] = header.flatMap((name, index) => {
      const texts = sample.map((cells) => cells[index] ?? '').filter(Boolean);
      const isIt = texts.length > 0 && texts.every(isPlainly) && !namesSomebodyElse(name);
      return isIt && !taken.has(index) ? [index] : [];
    });
    if (only !== undefined && others.length === 0) columns.set(field, only);
  }
}

function sparesOf(named: NamedColumns, columns: ReadonlyMap<string, number>): Map<string, string[]> {
  const nameOf = new Map(
    [...columns].filter(([field]) => field.startsWith(EXTRA)).map(([field, index]) => [index, field]),
  );
  const spares = [...named].map(([field, all]): [string, string[]] => [
    field,
    columns.has(field) ? all.flatMap((index) => nameOf.get(index) ?? []) : [],
  ]);
  return new Map(spares.filter(([, names]) => names.length > 0));
}

function keepUnknown(header: string[], columns: Map<string, number>): void {
  const taken = new Set(columns.values());
  header.forEach((name, index) => {
    if (taken.has(index)) return;
    const field = EXTRA + (name || `column ${index + 1}`);
    columns.set(columns.has(field) ? `${field} (column ${index + 1})` : field, index);
  });
}

/** A date of winning says that the deal was won, unless the file says what became of it elsewhere. */
function tellsWon(
  header: string[],
  columns: ReadonlyMap<string, number>,
  { layout, set }: { layout: Layout; set: ColumnOptions['set'] },
): boolean {
  if (layout.noun !== 'outcomes' || columns.has('outcome') || 'outcome' in set) return false;
  const at = columns.get('at');
  return at !== undefined && WON_DATES.includes(wordKey(header[at] ?? ''));
}

function assertComplete(
  header: string[],
  { layout, answers }: { layout: Layout; answers: FileAnswers },
  found: Pick<ColumnPlan, 'columns' | 'constants'>,
): void {
  const missing = layout.required.filter((group) => !group.some((field) => isThere(field, layout, found)));
  if (missing.length === 0) return;
  const free = header.filter((_, index) => isUnused(index, found.columns));
  const sentences = missing.map((group) => missingField(group, free, { words: wordsOf(layout), answers }));
  const has = header.map((name) => name || '(no name)').join(', ');
  throw new AppError('invalid', inWords(`${sentences.join('\n')}\nThe file has the columns: ${has}`));
}

function isThere(field: string, layout: Layout, found: Pick<ColumnPlan, 'columns' | 'constants'>): boolean {
  const fields = [field, ...(layout.parts?.[field] ?? [])];
  return fields.some((each) => found.columns.has(each) || each in found.constants);
}

function isUnused(index: number, columns: ReadonlyMap<string, number>): boolean {
  for (const [field, at] of columns) if (at === index && !field.startsWith(EXTRA)) return false;
  return true;
}
