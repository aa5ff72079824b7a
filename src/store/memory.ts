/**
 * What has been read of tables that hardly ever change, kept as long as nobody has written to them. The settings and the people of the team are
 * read by every use case, and took a fifth of a lead.
 */
import { AliasNode, type OperationNode, RawNode, type RootOperationNode, TableNode } from 'kysely';

/** More than a team has people, so that strangers who knock fill no memory. */
const MOST_KEPT = 2_000;

/** Something that is not understood has been written. */
const ANY_TABLE = '*';

interface Kept {
  value: unknown;
  tables: readonly string[];
}

/**
 * Held against a number that the database gives: SQLite's `data_version`, which other connections change, or PostgreSQL's of the table
 * `remembered`, which everybody does who writes to one of the tables.
 */
export class Memory {
  readonly #kept = new Map<string, Kept>();
  #version: number | null = null;

  /** What one transaction may remember, which has begun when the database gave this number. */
  during(version: number): Recollection {
    this.#begin(version);
    return new Recollection({
      find: (key) => (version === this.#version ? this.#kept.get(key) : undefined),
      keep: (key, kept) => {
        if (version === this.#version) this.#keep(key, kept);
      },
      forget: (table) => this.#forget(table),
    });
  }

  /** Outside of any transaction: what has been committed, or undefined. */
  peek(key: string, version: number): unknown {
    this.#begin(version);
    return this.#kept.get(key)?.value;
  }

  #begin(version: number): void {
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
  }

  #keep(key: string, kept: Kept): void {
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, kept);
  }

  #forget(table: string): void {
    for (const [key, { tables }] of this.#kept)
      if (table === ANY_TABLE || tables.includes(table)) this.#kept.delete(key);
  }
}

interface Access {
  find(key: string): Kept | undefined;
  keep(key: string, kept: Kept): void;
  forget(table: string): void;
}

export class Recollection {
  readonly #access: Access;
  /** By this transaction, and not committed yet: what is read of them now may be rolled back. */
  readonly #written = new Set<string>();

  constructor(access: Access) {
    this.#access = access;
  }

  /** The value is shared by all who ask for it, and is not to be changed. */
  async recall<T>(key: string, tables: readonly string[], read: () => Promise<T>): Promise<T> {
    if (this.#hasWritten(tables)) return read();
    const kept = this.#access.find(key);
    if (kept) return kept.value as T;
    const value = await read();
    if (!this.#hasWritten(tables)) this.#access.keep(key, { value, tables });
    return value;
  }

  /** Each query that is about to run passes here. */
  notice(query: RootOperationNode): void {
    const table = writtenTable(query);
    if (table === null) return;
    this.#written.add(table);
    this.#access.forget(table);
  }

  #hasWritten(tables: readonly string[]): boolean {
    return [ANY_TABLE, ...tables].some((table) => this.#written.has(table));
  }
}

/** Null: it only reads. */
function writtenTable(query: RootOperationNode): string | null {
  switch (query.kind) {
    case 'SelectQueryNode':
      return null;
    case 'InsertQueryNode':
      return nameOf(query.into);
    case 'UpdateQueryNode':
      return nameOf(query.table);
    case 'DeleteQueryNode':
      return nameOf(query.from.froms[0]);
    default:
      return RawNode.is(query) && /^\s*select\b/i.test(query.sqlFragments[0] ?? '') ? null : ANY_TABLE;
  }
}

function nameOf(node: OperationNode | undefined): string {
  if (node && AliasNode.is(node)) return nameOf(node.node);
  return node && TableNode.is(node) ? node.table.identifier.name : ANY_TABLE;
}
