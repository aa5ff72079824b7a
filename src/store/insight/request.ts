import { z } from 'zod';
import type { InsightKind } from '../../domain/insight/insight-kind.ts';
import type { InsightRequest, InsightRequestId, RequestState } from '../../domain/insight/insight-request.ts';
import type { Reply, ReplyId } from '../../domain/insight/reply.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { InsightReplyRow, InsightRequestRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** `submission` names the modal it came from. Returns false, and keeps the first, where that one is stored already. */
export async function insertRequest(tx: Tx, request: InsightRequest, submission: string): Promise<boolean> {
  assertTransaction(tx);
  const result = await tx.sql
    .insertInto('insight_request')
    .values({ ...toRow(request), submission })
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findRequest(tx: Tx, id: InsightRequestId): Promise<InsightRequest | null> {
  const row = await tx.sql.selectFrom('insight_request').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? requestFromRow(row) : null;
}

/** On PostgreSQL the row is locked until the end of the transaction; on SQLite the whole database is ours already. */
export async function lockRequest(tx: Tx, id: InsightRequestId): Promise<InsightRequest | null> {
  const query = tx.sql.selectFrom('insight_request').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? requestFromRow(row) : null;
}

/** Writes the whole row; the version must be the one that was read, raised by one. */
export async function updateRequest(tx: Tx, request: InsightRequest): Promise<void> {
  const { id, ...values } = toRow(request);
  const result = await tx.sql
    .updateTable('insight_request')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', request.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`Request ${id} was saved from a stale copy`);
}

/** Returns false where the person said the same before. */
export async function insertReply(tx: Tx, reply: Reply): Promise<boolean> {
  assertTransaction(tx);
  const result = await tx.sql
    .insertInto('insight_reply')
    .values(replyToRow(reply))
    .onConflict((conflict) => conflict.columns(['request_id', 'person', 'kind', 'named_person']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findReply(tx: Tx, id: ReplyId): Promise<Reply | null> {
  const row = await tx.sql.selectFrom('insight_reply').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? replyFromRow(row) : null;
}

/** In the order in which they came. */
export async function listReplies(tx: Tx, requestId: InsightRequestId): Promise<Reply[]> {
  const rows = await tx.sql
    .selectFrom('insight_reply')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(replyFromRow);
}

function toRow(request: InsightRequest): Omit<InsightRequestRow, 'submission'> {
  return {
    id: request.id,
    asked_by: request.askedBy,
    asked_at: request.askedAt,
    kind: request.kind,
    topic: request.topic,
    segment: request.segment,
    product: request.product,
    purpose: request.purpose,
    asked_people: JSON.stringify(request.people),
    due_date: request.dueDate,
    state: request.state,
    channel: request.channel,
    version: request.version,
  };
}

const People = z.array(z.string().transform((id) => id as PersonId));

export function requestFromRow(row: InsightRequestRow): InsightRequest {
  return {
    id: row.id as InsightRequestId,
    askedBy: row.asked_by as PersonId,
    askedAt: row.asked_at,
    kind: row.kind as InsightKind,
    topic: row.topic,
    segment: row.segment,
    product: row.product,
    purpose: row.purpose,
    people: People.parse(JSON.parse(row.asked_people)),
    dueDate: row.due_date,
    state: row.state as RequestState,
    channel: row.channel,
    version: row.version,
  };
}

function replyToRow(reply: Reply): InsightReplyRow {
  const { id, requestId: request_id, person, at, kind } = reply;
  const base = { id, request_id, person, at, kind };
  if (reply.kind === 'cannot_help') return { ...base, note: null, named_person: '' };
  return { ...base, note: reply.note, named_person: reply.named };
}

function replyFromRow(row: InsightReplyRow): Reply {
  const base = {
    id: row.id as ReplyId,
    requestId: row.request_id as InsightRequestId,
    person: row.person as PersonId,
    at: row.at,
  };
  if (row.kind === 'cannot_help') return { ...base, kind: 'cannot_help' };
  return { ...base, kind: 'knows_who', named: row.named_person as PersonId, note: row.note };
}
