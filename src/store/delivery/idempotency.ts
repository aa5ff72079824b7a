/** Keys by which a sender recognises a call of its own that it repeats, with the answer to the first one. */
import { assertTransaction, type Tx } from '../transaction.ts';

export interface Delivery {
  route: string;
  key: string;
  /** Tells a repetition from another call under the same key. */
  bodyHash: string;
}

/**
 * True: the key is ours from now on. False: somebody had it before. On PostgreSQL the insert waits for another transaction that
 * holds the same key, on SQLite the whole transaction does.
 */
export async function insertKey(tx: Tx, delivery: Delivery, now: number): Promise<boolean> {
  assertTransaction(tx);
  const { route, key, bodyHash } = delivery;
  const result = await tx.sql
    .insertInto('idempotency_key')
    .values({ route, key, body_hash: bodyHash, answer: '', created_at: now })
    .onConflict((conflict) => conflict.columns(['route', 'key']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateAnswer(tx: Tx, { route, key }: Delivery, answer: string): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .updateTable('idempotency_key')
    .set({ answer })
    .where('route', '=', route)
    .where('key', '=', key)
    .execute();
}

export async function findAnswer(
  tx: Tx,
  { route, key }: Delivery,
): Promise<{ bodyHash: string; answer: string }> {
  const row = await tx.sql
    .selectFrom('idempotency_key')
    .select(['body_hash', 'answer'])
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return { bodyHash: row.body_hash, answer: row.answer };
}

/** Returns how many. */
export async function deleteOldKeys(tx: Tx, before: number): Promise<number> {
  assertTransaction(tx);
  const { numDeletedRows } = await tx.sql
    .deleteFrom('idempotency_key')
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
