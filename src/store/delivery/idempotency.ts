/** Keys by which a sender recognises a call of its own that it repeats, with the answer to the first one. */
import { prepared } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

type Row = Schema['idempotencyKey'];

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
  const inserted = await insertRow(tx, { route, key, bodyHash, answer: '', createdAt: now });
  return inserted.length === 1;
}

const insertRow = prepared<Row, { key: string }>(({ sql, values }) =>
  sql
    .insertInto('idempotencyKey')
    .values(values)
    .onConflict((conflict) => conflict.columns(['route', 'key']).doNothing())
    .returning('key'),
);

/** The same for what may be done again: the key counts from now on. */
export async function renewKey(tx: Tx, delivery: Delivery, now: number): Promise<void> {
  assertTransaction(tx);
  await upsertRow(tx, { ...delivery, answer: '', createdAt: now });
}

const upsertRow = prepared<Row, unknown>(({ sql, values }) =>
  sql
    .insertInto('idempotencyKey')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['route', 'key']).doUpdateSet({ createdAt: values.createdAt }),
    ),
);

/** Whether the same was done since then. */
export async function isKeyKnown(
  tx: Tx,
  { route, key }: Pick<Delivery, 'route' | 'key'>,
  since: number,
): Promise<boolean> {
  const row = await tx.sql
    .selectFrom('idempotencyKey')
    .select('key')
    .where('route', '=', route)
    .where('key', '=', key)
    .where('createdAt', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateAnswer(tx: Tx, { route, key }: Delivery, answer: string): Promise<void> {
  assertTransaction(tx);
  await setAnswer(tx, { route, key, answer });
}

const setAnswer = prepared<Pick<Row, 'route' | 'key' | 'answer'>, unknown>(({ sql, values }) =>
  sql
    .updateTable('idempotencyKey')
    .set({ answer: values.answer })
    .where('route', '=', values.route)
    .where('key', '=', values.key),
);

export function findAnswer(tx: Tx, { route, key }: Delivery): Promise<{ bodyHash: string; answer: string }> {
  return tx.sql
    .selectFrom('idempotencyKey')
    .select(['bodyHash', 'answer'])
    .where('route', '=', route)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
}

/** Returns how many. */
export async function deleteOldKeys(tx: Tx, before: number): Promise<number> {
  assertTransaction(tx);
  const { numDeletedRows } = await tx.sql
    .deleteFrom('idempotencyKey')
    .where('createdAt', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
