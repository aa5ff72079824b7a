/**
 * What has been read of tables that hardly ever change, kept as long as nobody has written to them. The settings and the people of the team are
 * read by every use case, and took a fifth of a lead. For SQLite alone, which says in one look whether another process has committed.
 */
import { AliasNode, type OperationNode, RawNode, type RootOperationNode, TableNode } from 'kysely';

interface Kept {
  value: unknown;
  tables: readonly string[];
}

/** More than a team has people, so that strangers who knock fill no memory. */
const MOST_KEPT = 2_000;

/** Something that is not understood has been written. */
const ANY_TABLE = '*';

export class Memory {
  readonly #kept = new Map<string, Kept>();
  /** By ourselves, and not committed yet: what is read of them now may be rolled back. */
  readonly #written = new Set<string>();
  #version: number | null = null;

  /** A transaction has begun. `version`: SQLite's `data_version`, which only other connections change. */
  begin(version: number): void {
    if (version !== this.#version) this.#kept.clear();
    this.#version = version;
  }

  /** It has been committed or rolled back. */
  end(): void {
    this.#written.clear();
  }

  /** Outside of any transaction: what has been committed, or undefined. */
  peek(key: string, version: number): unknown {
    this.begin(version);
    const kept = this.#kept.get(key);
    return kept && this.#mayKeep(kept.tables) ? kept.value : undefined;
  }

  /** The value is shared by all who ask for it, and is not to be changed. */
  async recall<T>(key: string, tables: readonly string[], read: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept) return kept.value as T;
    const value = await read();
    if (!this.#mayKeep(tables)) return value;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, { value, tables });
    return value;
  }

  /** Each query that is about to run passes here. */
  notice(query: RootOperationNode): void {
    const table = writtenTable(query);
    if (table === null) return;
    this.#written.add(table);
    for (const [key, { tables }] of this.#kept)
      if (table === ANY_TABLE || tables.includes(table)) this.#kept.delete(key);
  }

  #mayKeep(tables: readonly string[]): boolean {
    return ![ANY_TABLE, ...tables].some((table) => this.#written.has(table));
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
