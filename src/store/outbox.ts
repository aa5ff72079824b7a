/** The way out: what use cases enqueue in their own transaction. Delivery's side of the table is in outbox-delivery.ts. */
import { type ExpressionBuilder, sql } from 'kysely';
import { type Announcement, dedupeKey, isStateKind } from '../domain/announcement.ts';
import type { OutboxRow, Schema } from './schema.ts';
import { assertTransaction, type Tx } from './transaction.ts';

interface Enqueue {
  id: string;
  /** Epoch ms. */
  now: number;
}

/**
 * Enqueues, and wakes the outbox after the commit. A "state" kind re-arms its one row, so that ten quick changes cost one edit;
 * a "once" kind that is there already stays as it is, whatever its status.
 */
export async function announce(tx: Tx, announcement: Announcement, { id, now }: Enqueue): Promise<void> {
  assertTransaction(tx);
  const row = {
    id,
    kind: announcement.kind,
    ref: announcement.ref,
    dedupe_key: dedupeKey(announcement),
    target: announcement.target,
    thread_of: announcement.threadOf ?? null,
    status: 'pending' as const,
    generation: 1,
    attempts: 0,
    next_attempt_at: now,
    doubt_checks: 0,
    created_at: now,
  };
  const insert = tx.sql.insertInto('outbox').values(row);
  const { kind } = announcement;
  await insert
    .onConflict((conflict) => {
      const known = conflict.column('dedupe_key');
      return isStateKind(kind) ? known.doUpdateSet((eb) => rearmed(eb, now)) : known.doNothing();
    })
    .execute();
  tx.wake('outbox');
}

/**
 * A row that is being sent stays so: whoever sends it sees the new generation afterwards and sends again. A row in doubt keeps its
 * time, or the look into Slack would come too early.
 */
function rearmed(eb: ExpressionBuilder<Schema, 'outbox'>, now: number) {
  return {
    generation: eb('outbox.generation', '+', 1),
    status: sql<
      OutboxRow['status']
    >`case when ${eb.ref('outbox.status')} = 'sending' then 'sending' else 'pending' end`,
    attempts: sql<number>`case when ${eb.ref('outbox.status')} = 'sending' then ${eb.ref('outbox.attempts')} else 0 end`,
    next_attempt_at: sql<number>`case when ${eb.ref('outbox.doubt_since')} is null then ${sql.val(now)} else ${eb.ref('outbox.next_attempt_at')} end`,
  };
}
