/**
 * Queries whose text is made once. Building and compiling a query tree costs several times what SQLite takes for a row by its id: for those
 * that each lead and each click asks it is done once a process, dialect and set of columns. All others are built where they are asked.
 */
import {
  type Compilable,
  type CompiledQuery,
  type InsertQueryBuilder,
  type InsertResult,
  type RawBuilder,
  type SelectExpression,
  sql,
  type Transaction,
} from 'kysely';
import type { DialectName } from './dialects.ts';
import { nameText } from './named-texts.ts';
import type { Schema } from './schema.ts';
import type { Tx } from './transaction.ts';

/** Stands in the query where each call puts a value of its own. */
class Placeholder {
  readonly row: number;
  readonly column: string;

  constructor(row: number, column: string) {
    this.row = row;
    this.column = column;
  }
}

type Placeholders<Values> = { [Name in keyof Values]: RawBuilder<Values[Name]> };

interface Built {
  sql: Transaction<Schema>;
  dialect: DialectName;
}

/** What a query is built with. */
export type Building<Values> = Built & { values: Placeholders<Values> };

export type Ask<Given, Row> = (tx: Tx, given: Given) => Promise<Row[]>;

/** The query may depend on which values there are, never on what they are. Resolves with its rows. `values` has a placeholder for each. */
export function prepared<Values extends object, Row>(
  build: (building: Building<Values>) => Compilable<Row>,
): Ask<Values, Row> {
  const ask = preparedOnce<Values, Row>(({ rows: [values], ...building }) =>
    build({ ...building, values: values as Placeholders<Values> }),
  );
  return (tx, values) => ask(tx, [values]);
}

/** Enough that PostgreSQL is asked seldom, and few enough that a text for each size is soon there. */
const ROWS_AT_ONCE = 32;

/** What is left over of a larger number comes seldom. */
const OFTEN = new Set([1, ROWS_AT_ONCE]);

/**
 * An insert of rows that all have the same columns. Resolves with those that came to be: all, but for those that `on conflict do nothing` has
 * left out. `key` tells them apart; null where nobody asks which: then all are answered.
 *
 * SQLite takes them one by one, without `returning`: in parts, or asked what it has inserted, it takes three times as long for a lead's 45 columns.
 */
export function preparedInsert<Table extends keyof Schema & string, Row extends object>(
  key: (keyof Row & string) | null,
  build: (building: Built & { rows: Placeholders<Row>[] }) => InsertQueryBuilder<Schema, Table, InsertResult>,
): Ask<readonly Row[], Row> {
  const textFor = textsOnce<Row, unknown>((building) => {
    const insert = build(building);
    return key === null || building.dialect === 'sqlite'
      ? insert
      : insert.returning(key as unknown as SelectExpression<Schema, Table>);
  });
  return async (tx, rows) => {
    const [first] = rows;
    if (!first) return [];
    if (tx.dialect === 'sqlite') {
      const text = textFor(tx, [first]);
      const isNew = tx.insertEach(
        text,
        rows.map((row) => filled(text, [row])),
      );
      return rows.filter((_, index) => isNew[index]);
    }
    const made = new Set<unknown>();
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const part = rows.slice(from, from + ROWS_AT_ONCE);
      const text = textFor(tx, part);
      const found = await tx.rowsOf({ ...text, parameters: filled(text, part) });
      if (key !== null) for (const row of found) made.add((row as Row)[key]);
    }
    return key === null ? [...rows] : rows.filter((row) => made.has(row[key]));
  };
}

function preparedOnce<Values extends object, Row>(
  build: (building: Built & { rows: Placeholders<Values>[] }) => Compilable<Row>,
): Ask<readonly Values[], Row> {
  const textFor = textsOnce(build);
  return (tx, rows) => {
    const text = textFor(tx, rows);
    return tx.rowsOf({ ...text, parameters: filled(text, rows) });
  };
}

/** One for each dialect, number of rows and set of columns. */
function textsOnce<Values extends object, Row>(
  build: (building: Built & { rows: Placeholders<Values>[] }) => Compilable<Row>,
) {
  const texts = new Map<string, CompiledQuery<Row>>();
  return ({ sql, dialect }: Tx, rows: readonly Values[]): CompiledQuery<Row> => {
    const columns = Object.keys(rows[0] ?? {});
    const key = [dialect, rows.length, ...columns].join();
    const known = texts.get(key);
    if (known) return known;
    const made = build({
      sql,
      dialect,
      rows: rows.map((_, row) => placeholders<Values>(row, columns)),
    }).compile();
    texts.set(key, made);
    if (dialect === 'postgres' && OFTEN.has(rows.length)) nameText(made.sql);
    return made;
  };
}

function filled<Values extends object>(
  { parameters }: CompiledQuery<unknown>,
  rows: readonly Values[],
): unknown[] {
  return parameters.map((each) =>
    each instanceof Placeholder ? rows[each.row]?.[each.column as keyof Values] : each,
  );
}

function placeholders<Values>(row: number, columns: readonly string[]): Placeholders<Values> {
  return Object.fromEntries(
    columns.map((column) => [column, sql`${new Placeholder(row, column)}`]),
  ) as Placeholders<Values>;
}

/** A list as one value, so that the text is the same for any length; `inList` is what is asked of it. */
export function listOf({ dialect }: Tx, texts: readonly string[]): unknown {
  return dialect === 'sqlite' ? JSON.stringify(texts) : texts;
}

export function inList(dialect: DialectName, list: RawBuilder<unknown>): RawBuilder<string> {
  return dialect === 'sqlite'
    ? sql<string>`(select value from json_each(${list}))`
    : sql<string>`(select unnest(${list}::text[]))`;
}
