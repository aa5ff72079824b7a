/** PostgreSQL's commits: each unit of work has a transaction and a connection of its own. */
import type { Kysely, Transaction } from 'kysely';
import { Memory, type Recollection } from './memory.ts';
import type { RememberedVersion } from './remembered-version.ts';
import type { Schema } from './schema.ts';
import type { Begin, Commits, Committed } from './shared-commit.ts';
import { Tx } from './transaction.ts';

export class OwnCommit implements Commits {
  readonly #kysely: Kysely<Schema>;
  readonly #version: RememberedVersion;
  readonly #memory = new Memory();

  constructor(kysely: Kysely<Schema>, version: RememberedVersion) {
    this.#kysely = kysely;
    this.#version = version;
  }

  run<T>(work: (tx: Tx) => Promise<T>, { until }: Begin): Promise<Committed<T>> {
    return this.#kysely.transaction().execute(async (handle) => {
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

  async recall(key: string): Promise<unknown> {
    const version = await this.#version.now(this.#kysely);
    return version === null ? undefined : this.#memory.peek(key, version);
  }

  async #recollection(handle: Transaction<Schema>): Promise<Recollection | null> {
    const version = await this.#version.learnt(handle);
    return version === null ? null : this.#memory.during(version);
  }
}
