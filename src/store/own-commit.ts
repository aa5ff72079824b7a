/** PostgreSQL's commits: each unit of work has a transaction and a connection of its own. */
import type { Kysely, Transaction } from 'kysely';
import { Memory, type Recollection } from './memory.ts';
import type { RememberedVersion } from './remembered-version.ts';
import type { Schema } from './schema.ts';
import type { Begin, Commits, Committed } from './shared-commit.ts';
import { Tx } from './transaction.ts';

interface Parts {
  kysely: Kysely<Schema>;
  /** The same database by connections that are kept for clicks. */
  clicks: Kysely<Schema>;
  version: RememberedVersion;
}

export class OwnCommit implements Commits {
  readonly #kysely: Kysely<Schema>;
  readonly #clicks: Kysely<Schema>;
  readonly #version: RememberedVersion;
  readonly #memory = new Memory();

  constructor({ kysely, clicks, version }: Parts) {
    this.#kysely = kysely;
    this.#clicks = clicks;
    this.#version = version;
  }

  run<T>(work: (tx: Tx) => Promise<T>, { until, order }: Begin): Promise<Committed<T>> {
    const handles = order === 'first' ? this.#clicks : this.#kysely;
    return handles.transaction().execute(async (handle) => {
      const memory = await this.#recollection(handle);
      const tx = new Tx(handle, { dialect: 'postgres', until, memory });
      try {
        tx.assertOpen();
        const result = await work(tx);
        tx.assertOpen();
        return { result, after: tx.end() };
      } finally {
        tx.end();
      }
    });
  }

  close(): Promise<void> {
    return this.#clicks.destroy();
  }

  async recall(key: string): Promise<unknown> {
    const version = await this.#version.now(this.#kysely);
    return version === null ? undefined : this.#memory.peek(key, version);
  }

  async #recollection(handle: Transaction<Schema>): Promise<Recollection | null> {
    const version = await this.#version.learnt(handle);
    return version === null ? null : this.#memory.during(version);
  }
}
