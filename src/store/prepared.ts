/**
 * Queries whose text is made once. Building and compiling a query tree costs several times what SQLite takes for a row by its id: for those
 * that each lead and each click asks it is done once a process, dialect and set of columns. All others are built where they are asked.
 */
import { type Compilable, type CompiledQuery, type RawBuilder, sql, type Transaction } from 'kysely';
import type { DialectName } from './dialects.ts';
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

/** Few enough that SQLite keeps the statement of forty columns. */
const ROWS_AT_ONCE = 32;

/** The same for an insert of many rows, all of the same columns: in parts, with a text for each size of a part. */
export function preparedRows<Values extends object, Row>(
  build: (building: Built & { rows: Placeholders<Values>[] }) => Compilable<Row>,
): Ask<readonly Values[], Row> {
  const ask = preparedOnce(build);
  return async (tx, rows) => {
    const found: Row[] = [];
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
      found.push(...(await ask(tx, rows.slice(from, from + ROWS_AT_ONCE))));
    return found;
  };
}

function preparedOnce<Values extends object, Row>(
  build: (building: Built & { rows: Placeholders<Values>[] }) => Compilable<Row>,
): Ask<readonly Values[], Row> {
  const texts = new Map<string, CompiledQuery<Row>>();
  const textFor = ({ sql, dialect }: Tx, rows: readonly Values[]) => {
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
    return made;
  };
  return (tx, rows) => {
    const text = textFor(tx, rows);
    const filledIn = (each: unknown) =>
      each instanceof Placeholder ? rows[each.row]?.[each.column as keyof Values] : each;
    return tx.rowsOf({ ...text, parameters: text.parameters.map(filledIn) });
  };
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
