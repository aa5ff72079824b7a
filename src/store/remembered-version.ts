/**
 * PostgreSQL's number of how often settings and people have changed. It comes with the `begin` of each transaction: as a question of its own it
 * would cost as much as the reading that it saves.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import type { PoolClient } from 'pg';
import type { Schema } from './schema.ts';

const TABLE =
  "select from pg_tables where tablename = 'remembered' and schemaname = any(current_schemas(false))";
const VERSION = 'select version from remembered';
/** Never reaches the database. */
const LEARNT = 'tango:learnt';

type Handle = Pick<Kysely<Schema>, 'executeQuery'>;

export class RememberedVersion {
  /** An older schema has no such number. */
  #isThere = false;

  async look(handle: Handle): Promise<void> {
    const { rows } = await handle.executeQuery(CompiledQuery.raw(TABLE));
    this.#isThere = rows.length > 0;
  }

  /** Each connection of the pool passes here when it is new. */
  watch(client: PoolClient): void {
    const { query: before } = client;
    const ask = (text: unknown, values?: unknown[]) => Reflect.apply(before, client, [text, values]);
    let learnt: unknown[] = [];
    const begin = async (text: string) => {
      learnt = [];
      // Two statements are answered with two results, of which pg's types know nothing.
      const [begun, version] = [await ask(this.#isThere ? [text, VERSION].join(';') : text)].flat();
      learnt = version?.rows ?? [];
      return begun;
    };
    const query = (text: unknown, values: unknown[]) => {
      if (text === 'begin') return begin(text);
      return text === LEARNT ? { command: 'SELECT', rows: learnt } : ask(text, values);
    };
    Object.defineProperty(client, 'query', { value: query });
  }

  /** Of the transaction that has just begun; null where there is none yet. */
  learnt(handle: Handle): Promise<number | null> {
    return this.#isThere ? read(handle, LEARNT) : Promise.resolve(null);
  }

  /** Outside of any transaction. */
  now(handle: Handle): Promise<number | null> {
    return this.#isThere ? read(handle, VERSION) : Promise.resolve(null);
  }
}

async function read(handle: Handle, text: string): Promise<number | null> {
  const { rows } = await handle.executeQuery(CompiledQuery.raw(text));
  const [row] = rows;
  if (typeof row !== 'object' || row === null || !('version' in row)) return null;
  return typeof row.version === 'number' ? row.version : null;
}
