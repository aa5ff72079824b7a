import { AppError, inWords } from '../../../errors.ts';
import { ALIASES, normalized, WON_DATES } from './aliases.ts';
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
}

/**
 * Each field by --set, then --map, then what we know of the program whose export it is, then its own name in the header, then the
 * aliases; refuses when a required one is nowhere.
 */
export function matchColumns(header: string[], layout: Layout, said: ColumnOptions): ColumnPlan {
  const known = knownExport(header, layout.noun);
  const wishes = known ? withKnown(header, known, said) : said;
  const columns = new Map<string, number>();
  for (const [field, column] of Object.entries(wishes.map)) columns.set(field, findColumn(header, column));
  for (const field of Object.keys(layout.fields)) {
    if (columns.has(field) || field in wishes.set) continue;
    const index = search(header, field, { layout, taken: new Set(columns.values()) });
    if (index >= 0) columns.set(field, index);
  }
  if (layout.keepsUnknown) keepUnknown(header, columns);
  const isWon = tellsWon(header, columns, { layout, set: wishes.set });
  const { otherwise = {} } = wishes;
  const constants = {
    ...(Object.keys(otherwise).some((field) => columns.has(field)) ? {} : otherwise),
    ...wishes.set,
    ...(isWon ? { outcome: 'won' } : {}),
  };
  assertComplete(header, layout, { columns, constants });
  return { header, columns, constants, telling: isWon ? ['at'] : [], prefixes: prefixesOf(header, known) };
}

/** What the person says wins, be it a column or a value. */
function withKnown(header: string[], known: KnownExport, said: ColumnOptions): ColumnOptions {
  const isSaid = ([field]: [string, string]) => field in said.map || field in said.set;
  const columns = Object.entries(known.columns).flatMap(([field, name]): [string, string][] => {
    const column = header.find((each) => normalized(each) === name);
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
    const prefix = known?.prefixes.find(([like]) => like.test(normalized(name)))?.[1];
    if (prefix) prefixes.set(index, prefix);
  });
  return prefixes;
}

function findColumn(header: string[], column: string): number {
  const exact = header.indexOf(column);
  if (exact >= 0) return exact;
  const index = header.findIndex((name) => normalized(name) === normalized(column));
  if (index < 0) throw unknownColumn(header, column);
  return index;
}

function search(
  header: string[],
  field: string,
  { layout, taken }: { layout: Layout; taken: ReadonlySet<number> },
): number {
  const exact = header.findIndex((name) => name.toLowerCase() === field.toLowerCase());
  if (exact >= 0 && !taken.has(exact)) return exact;
  for (const alias of ALIASES[layout.noun][field] ?? []) {
    const index = header.findIndex((name, at) => normalized(name) === alias && !taken.has(at));
    if (index >= 0) return index;
  }
  return -1;
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
  return at !== undefined && WON_DATES.includes(normalized(header[at] ?? ''));
}

function assertComplete(
  header: string[],
  layout: Layout,
  found: Pick<ColumnPlan, 'columns' | 'constants'>,
): void {
  const missing = layout.required.filter(
    (group) => !group.some((field) => found.columns.has(field) || field in found.constants),
  );
  if (missing.length === 0) return;
  const free = header.filter((_, index) => isUnused(index, found.columns));
  const sentences = missing.map((group) => missingField(group, free, ALIASES[layout.noun]));
  const has = header.map((name) => name || '(no name)').join(', ');
  throw new AppError('invalid', inWords(`${sentences.join('\n')}\nThe file has the columns: ${has}`));
}

function isUnused(index: number, columns: ReadonlyMap<string, number>): boolean {
  for (const [field, at] of columns) if (at === index && !field.startsWith(EXTRA)) return false;
  return true;
}
