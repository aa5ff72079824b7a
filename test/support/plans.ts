/** How a database means to answer what the store really sends: each statement is explained on its own connection just before it runs. */
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Database } from '../../src/store/database.ts';
import type { Tx } from '../../src/store/transaction.ts';

/** One reading of a table. */
interface Read {
  table: string;
  /** Null: row by row, the whole table. */
  index: string | null;
  /** The index holds all that is asked for: no row is fetched. */
  isCovered: boolean;
  /** What is looked up in the index; null: it is walked from one end. */
  found: string | null;
}

export interface Plan {
  sql: string;
  reads: Read[];
  /** As the database words it. */
  words: string[];
}

/** The plans of all that `work` sends. */
export function plansOf(db: Database, work: (tx: Tx) => Promise<unknown>): Promise<Plan[]> {
  return plansDuring(db, () => db.transaction(work));
}

/** The plans of all that is sent to this kind of database meanwhile. */
export async function plansDuring(
  db: Pick<Database, 'dialect'>,
  work: () => Promise<unknown>,
): Promise<Plan[]> {
  const plans: Plan[] = [];
  const end = (db.dialect === 'sqlite' ? hearSqlite : hearPostgres)((plan) => plans.push(plan));
  try {
    await work();
  } finally {
    end();
  }
  return plans;
}

const EXPLAINABLE = /^\s*(select|insert|update|delete|with)\b/i;

type Hear = (plan: Plan) => void;

/** Every statement is heard, also one that the store prepared before and kept. */
const STATEMENT = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Sqlite.Statement;

function hearSqlite(hear: Hear): () => void {
  const { all, run } = STATEMENT;
  const explained = (statement: Sqlite.Statement, values: unknown[]) => {
    const { source: sql, database } = statement;
    if (!EXPLAINABLE.test(sql)) return;
    const words = all
      .call(database.prepare(`explain query plan ${sql}`), values)
      .map((row) => (row as { detail: string }).detail);
    hear({ sql, words, reads: words.flatMap((word) => sqliteRead(word, sql)) });
  };
  STATEMENT.all = function heard(this: Sqlite.Statement, values: unknown[]) {
    explained(this, values);
    return all.call(this, values);
  } as typeof all;
  STATEMENT.run = function heard(this: Sqlite.Statement, values: unknown[]) {
    explained(this, values);
    return run.call(this, values);
  } as typeof run;
  return () => Object.assign(STATEMENT, { all, run });
}

/** `SEARCH lead USING COVERING INDEX lead_of_owner (owner=?)`, `SCAN lead`. */
const SQLITE_READ =
  /^(SCAN|SEARCH) (\w+)(?: EXISTS)?(?: USING (AUTOMATIC )?(?:PARTIAL )?(COVERING )?(?:INDEX (\w+)|((?:INTEGER )?PRIMARY KEY)))?/;

function sqliteRead(words: string, sql: string): Read[] {
  const [, how, name = '', automatic, covering, index, key] = SQLITE_READ.exec(words) ?? [];
  if (how === undefined) return [];
  // One that is made for this statement has to read the whole table first.
  const used = automatic === undefined ? (index ?? key) : undefined;
  const table = new RegExp(`"(\\w+)" as "${name}"`).exec(sql)?.[1] ?? name;
  const found = how === 'SEARCH' ? words : null;
  return [{ table, index: used ?? null, isCovered: covering !== undefined, found }];
}

function hearPostgres(hear: Hear): () => void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = async function explained(
    this: pg.Client,
    asked: string | pg.QueryConfig,
    given?: unknown[],
  ) {
    const run = query as (asked: string | pg.QueryConfig, values?: unknown[]) => Promise<pg.QueryResult>;
    const { text: sql, values } = typeof asked === 'string' ? { text: asked, values: given } : asked;
    if (EXPLAINABLE.test(sql)) {
      const { rows } = await run.call(this, `explain (costs off, format json) ${sql}`, values);
      const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
      hear({ sql, words: nodes.map(wordsOf), reads: nodes.flatMap(postgresRead) });
    }
    return run.call(this, asked, given);
  } as typeof query;
  return () => {
    pg.Client.prototype.query = query;
  };
}

type Node = Record<string, unknown> & { Plans?: Node[] };

/** A bitmap's index stands below its table. */
function nodesOf(node: Node, above?: unknown): Node[] {
  const table = node['Relation Name'] ?? above;
  const own = { ...node, 'Relation Name': table };
  return [own, ...(node.Plans ?? []).flatMap((child) => nodesOf(child, table))];
}

function wordsOf(node: Node): string {
  const parts = ['Node Type', 'Relation Name', 'Index Name', 'Index Cond', 'Filter'];
  return parts.flatMap((part) => node[part] ?? []).join(' ');
}

function postgresRead(node: Node): Read[] {
  const [kind, table] = [String(node['Node Type']), String(node['Relation Name'])];
  const index = node['Index Name'];
  if (kind.endsWith('Seq Scan')) return [{ table, index: null, isCovered: false, found: null }];
  if (typeof index !== 'string') return [];
  const found = node['Index Cond'] === undefined ? null : String(node['Index Cond']);
  return [{ table, index, isCovered: kind === 'Index Only Scan', found }];
}
