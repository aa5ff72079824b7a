import { expect, it } from 'vitest';
import type { RefusedRow } from '../../../src/domain/import/import.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadRefused } from '../../../src/usecases/import/load-imports.ts';
import { bring, idOf } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { SEED, times } from '../../support/proof.ts';
import { chance } from '../../support/random.ts';

const ROWS = times(10_000);

/** What the file says of somebody, and who is to stand here afterwards. */
interface Row {
  cells: string[];
  fate: 'taken' | 'unchanged' | 'refused' | 'test';
  reason?: RegExp;
}

const HEADER = ['Source', 'ID', 'Full Name', 'E-mail', 'Created At', 'Message'];

interface Person {
  id: number;
  name: string;
  email: string;
}

function plain({ id, name, email }: Person, changes: Record<number, string> = {}): string[] {
  const day = String(1 + (id % 28)).padStart(2, '0');
  const cells = ['Fair', String(id), name, email, `${day}.03.2026`, 'Good morning'];
  return cells.map((cell, index) => changes[index] ?? cell);
}

/** Each turns a row that is right into one that is not quite. */
const TRAPS: ((person: Person, earlier: Person | null) => Row)[] = [
  (person) => ({ cells: plain(person), fate: 'taken' }),
  // What nobody sees.
  (person) => ({
    cells: plain(person, { 2: `\u200b${person.name}\u00a0`, 3: `\ufeff${person.email}` }),
    fate: 'taken',
  }),
  // Cells of several lines, with the file's own marks in them.
  (person) => ({ cells: plain(person, { 5: 'One, "two"\nthree;\r\nfour' }), fate: 'taken' }),
  (person) => ({ cells: plain(person, { 0: '', 4: '' }), fate: 'taken' }),
  (person) => ({ cells: plain(person, { 0: ' fair', 4: '2026-03-05T10:00:00Z' }), fate: 'taken' }),
  (person) => ({ cells: [...plain(person), '', ''], fate: 'taken' }),
  (person) => ({ cells: plain(person, { 2: 'Test', 3: 'test@test.example' }), fate: 'test' }),
  (person, earlier) =>
    earlier ? { cells: plain(earlier), fate: 'unchanged' } : { cells: plain(person), fate: 'taken' },
  (person, earlier) =>
    earlier
      ? { cells: plain({ ...person, id: earlier.id }), fate: 'refused', reason: /another|somebody else/ }
      : { cells: plain(person), fate: 'taken' },
  (person) => ({ cells: plain(person).slice(0, 3), fate: 'refused', reason: /has 3 cells/ }),
  (person) => ({ cells: [...plain(person), 'astray'], fate: 'refused', reason: /has 7 cells/ }),
  (person) => ({
    cells: plain(person, { 4: '31.02.2026' }),
    fate: 'refused',
    reason: /^Created At: must be/,
  }),
  (person) => ({ cells: plain(person, { 4: 'last week' }), fate: 'refused', reason: /^Created At: must be/ }),
  (person) => ({
    cells: plain(person, { 2: '', 3: 'nobody at all' }),
    fate: 'refused',
    reason: /^E-mail: must be/,
  }),
];

interface Written {
  text: string;
  /** Of the taken ones: by id. */
  people: Map<string, string>;
  /** Lines of the refused ones. */
  refused: { line: number; row: Row }[];
  counts: Record<Row['fate'], number>;
}

function write(rows: number): Written {
  const random = chance(SEED);
  const people = new Map<string, string>();
  const known: Person[] = [];
  const refused: Written['refused'] = [];
  const counts = { taken: 0, unchanged: 0, refused: 0, test: 0 };
  const lines = [HEADER.join(',')];
  let line = 2;
  for (let id = 1; id <= rows; id++) {
    const person = { id, name: nameOf(id), email: `person${id}@mail${id % 997}.example` };
    // The first shows by its day how all of them are meant.
    const trap = id === 1 ? TRAPS[0]! : random.below(4) === 0 ? random.pick(TRAPS)! : TRAPS[0]!;
    const row = trap(id === 1 ? { ...person, id: 27 * 28 * rows + 27 } : person, random.pick(known) ?? null);
    counts[row.fate] += 1;
    if (row.fate === 'taken' && id > 1 && trap === TRAPS[0]) known.push(person);
    if (row.fate === 'taken') people.set(row.cells[1] ?? '', person.name);
    const text = row.cells.map(quoted).join(',');
    if (row.fate === 'refused') refused.push({ line, row });
    lines.push(text);
    line += text.split('\n').length;
  }
  return { text: `${lines.join('\n')}\n`, people, refused, counts };
}

/** No two share a word: who has another one's id is visibly somebody else. */
function nameOf(id: number): string {
  const word = [...String(id)].map((digit) => SYLLABLES[Number(digit)]).join('');
  return `Ana${word} ${word}dottir`;
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function refusedOf(ctx: Context, report: Parameters<typeof idOf>[0]): Promise<RefusedRow[]> {
  const rows: RefusedRow[] = [];
  for await (const row of (await loadRefused(ctx, idOf(report))).rows) rows.push(row);
  return rows;
}

it(
  'a file with every trap loses nothing and invents nothing, and names each row that it refuses',
  async () => {
    const ctx = await testContext('sqlite');
    const { text, people, refused, counts } = write(ROWS);
    const report = await bring(ctx, 'leads', text);
    const stored = await ctx.db.transaction((tx) =>
      tx.sql.selectFrom('lead').select(['externalId', 'name', 'isTest']).execute(),
    );
    const named = await refusedOf(ctx, report);
    expect(named.map(({ line }) => line)).toEqual(refused.map(({ line }) => line));
    for (const [at, { row }] of refused.entries()) {
      expect(named[at]?.reason).toMatch(row.reason ?? /^$/);
      expect(named[at]?.cells).toEqual(row.cells);
    }
    expect(report).toMatchObject({
      ...{ rows: ROWS, taken: counts.taken + counts.test, unchanged: counts.unchanged },
      ...{ tests: counts.test },
    });
    const real = stored.filter(({ isTest }) => !isTest);
    expect(new Map(real.map(({ externalId, name }) => [externalId, name]))).toEqual(people);
    expect(stored).toHaveLength(counts.taken + counts.test);
    const again = await bring(ctx, 'leads', text);
    expect(again).toMatchObject({ taken: 0, unchanged: ROWS - refused.length });
    expect((await refusedOf(ctx, again)).map(({ line }) => line)).toEqual(refused.map(({ line }) => line));
  },
  times(60_000),
);
