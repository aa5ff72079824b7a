import { sql } from 'kysely';
import type { Database } from '../../src/store/database.ts';
import type { Tx } from '../../src/store/transaction.ts';

const LONGEST_WAIT = 10_000;

/**
 * Begins one after the other and lets none of them write before all have begun, so that whatever may read side by side has read the same.
 * On PostgreSQL `hold` keeps them: a table that nobody may write to, though everybody may read it and lock its rows, or what is locked by
 * hand. Each begins once the one before it waits, for that or for another of them, or is done. SQLite has one writer: there they only
 * begin together.
 */
export async function race<T>(
  db: Database,
  hold: string | ((tx: Tx) => Promise<unknown>),
  racers: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  if (db.dialect === 'sqlite') return Promise.allSettled(racers.map((run) => run()));
  const { running } = await db.transaction(async (tx) => {
    if (typeof hold === 'string') await sql`lock table ${sql.table(hold)} in share mode`.execute(tx.sql);
    else await hold(tx);
    return { running: await begin(tx, racers) };
  });
  return Promise.allSettled(running);
}

async function begin<T>(tx: Tx, racers: readonly (() => Promise<T>)[]): Promise<Promise<T>[]> {
  const running: Promise<T>[] = [];
  let done = 0;
  for (const run of racers) {
    const one = run();
    // Also keeps a failure from being one that nobody has heard.
    one.then(
      () => (done += 1),
      () => (done += 1),
    );
    running.push(one);
    const until = performance.now() + LONGEST_WAIT;
    while ((await countWaiting(tx)) + done < running.length) {
      if (performance.now() > until) throw new Error('One of them neither waits nor ends');
    }
  }
  return running;
}

/** Sessions on this database that wait for a lock. */
async function countWaiting(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct waiting.pid) as count from pg_locks waiting join pg_locks any_lock using (pid)
    where not waiting.granted
      and any_lock.database = (select oid from pg_database where datname = current_database())`.execute(
    tx.sql,
  );
  return Number(rows[0]?.count ?? 0);
}

/** The values of those that were done. */
export function fulfilled<T>(results: readonly PromiseSettledResult<T>[]): T[] {
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** What the others were told. */
export function rejections(results: readonly PromiseSettledResult<unknown>[]): unknown[] {
  return results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
}
