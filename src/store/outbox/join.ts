/** Lines that wait for the thread of one card leave as one message: a channel takes one message a second. */
import { type AnnouncementKind, isJoined, joinRefs } from '../../domain/announcement.ts';
import type { Tx } from '../transaction.ts';

/** Each may hold a note of 3,000 characters, and Slack refuses blocks of more than about 13,000 in all. */
const MOST_JOINED = 4;

interface Row {
  seq: number;
  kind: AnnouncementKind;
  ref: string;
  threadOf: string | null;
}

/**
 * Rows that were just leased for posting, each with what it says for others from now on: its reference names them all, and the others are
 * cancelled in the same transaction. Nothing is joined to a row in doubt, of which a shorter form may be in Slack already.
 */
export async function joinWaiting<R extends Row>(tx: Tx, rows: readonly R[]): Promise<R[]> {
  const joined: R[] = [];
  for (const row of rows) joined.push(row.threadOf === null ? row : await joinTo(tx, row));
  return joined;
}

async function joinTo<R extends Row>(tx: Tx, row: R): Promise<R> {
  if (!isJoined(row.kind)) return row;
  const others = await tx.sql
    .updateTable('outbox')
    .set({ status: 'cancelled', lastFailure: 'joined' })
    .where('seq', 'in', waitingBeside(tx, row))
    .where('status', '=', 'pending')
    .returning(['seq', 'ref'])
    .execute();
  if (others.length === 0) return row;
  const inOrder = others.sort((a, b) => a.seq - b.seq).map(({ ref }) => ref);
  const ref = joinRefs(row.kind, [row.ref, ...inOrder]);
  await tx.sql.updateTable('outbox').set({ ref }).where('seq', '=', row.seq).execute();
  return { ...row, ref };
}

function waitingBeside(tx: Tx, { kind, threadOf, seq }: Row) {
  return tx.sql
    .selectFrom('outbox')
    .select('seq')
    .where('threadOf', '=', threadOf)
    .where('status', '=', 'pending')
    .where('lane', '=', 'post')
    .where('kind', '=', kind)
    .where('unthreaded', '=', 0)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(MOST_JOINED - 1);
}
