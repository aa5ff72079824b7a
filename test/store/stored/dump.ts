/**
 * `npm run --silent stored FILE`: a SQLite database as text, with its first rows of each table and those that they point to. It goes under the
 * name of the step into this folder: each step adds the database as it is after it, of invented people (the demo's, or the last stored one with
 * rows for what is new).
 */
import Sqlite from 'better-sqlite3';

/** Of each table. */
const FIRST_ROWS = 4;

type Row = Record<string, unknown>;

const database = new Sqlite(process.argv[2] ?? '', { readonly: true, fileMustExist: true });
const objects = database
  .prepare("select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%'")
  .all() as { type: string; name: string; sql: string }[];
const tables = objects.filter(({ type }) => type === 'table').map(({ name }) => name);
const chosen = new Map(tables.map((table) => [table, new Map<number, Row>()]));

for (const table of tables) {
  const isRecord = table.startsWith('kysely');
  choose(table, `order by 1 ${isRecord ? '' : `limit ${FIRST_ROWS}`}`);
}
for (const { sql } of objects) console.log(`${sql};`);
for (const [table, rows] of chosen)
  for (const [, row] of [...rows].sort(([a], [b]) => a - b)) console.log(insert(table, row));

/** A row brings along those that it points to. */
function choose(table: string, clause: string, ...values: unknown[]): void {
  const number = isWithoutRowid(table) ? 'row_number() over ()' : 'rowid';
  const rows = database.prepare(`select ${number} as "row id", * from "${table}" ${clause}`).all(...values);
  for (const { 'row id': id, ...row } of rows as (Row & { 'row id': number })[]) {
    if (chosen.get(table)?.has(id)) continue;
    chosen.get(table)?.set(id, row);
    const keys = database.pragma(`foreign_key_list("${table}")`) as {
      table: string;
      from: string;
      to: string;
    }[];
    for (const { table: other, from, to } of keys)
      if (row[from] !== null) choose(other, `where "${to}" = ?`, row[from]);
  }
}

/** No other table points to such a one. */
function isWithoutRowid(table: string): boolean {
  return /without rowid/i.test(objects.find(({ name }) => name === table)?.sql ?? '');
}

function insert(table: string, row: Row): string {
  const columns = Object.keys(row).map((name) => `"${name}"`);
  return `insert into "${table}" (${columns.join(', ')}) values (${Object.values(row).map(literal).join(', ')});`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
