import { z } from 'zod';
import type { InsightRequest, InsightRequestId } from '../../domain/insight/insight-request.ts';
import type { Reply, ReplyId } from '../../domain/insight/reply.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { fromJson, textJson, toJson } from '../columns.ts';
import type { InsightReplyRow, InsightRequestRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** `submission` names the modal it came from. Returns false, and keeps the first, where that one is stored already. */
export async function insertRequest(tx: Tx, request: InsightRequest, submission: string): Promise<boolean> {
  assertTransaction(tx);
  const result = await tx.sql
    .insertInto('insightRequest')
    .values({ ...toRow(request), submission })
    .onConflict((conflict) => conflict.column('submission').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findRequest(tx: Tx, id: InsightRequestId): Promise<InsightRequest | null> {
  const row = await tx.sql.selectFrom('insightRequest').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? requestFromRow(row) : null;
}

export async function listRequests(tx: Tx): Promise<InsightRequest[]> {
  const rows = await tx.sql.selectFrom('insightRequest').selectAll().orderBy('id').execute();
  return rows.map(requestFromRow);
}

/** On PostgreSQL the row is locked until the end of the transaction; on SQLite the whole database is ours already. */
export async function lockRequest(tx: Tx, id: InsightRequestId): Promise<InsightRequest | null> {
  const query = tx.sql.selectFrom('insightRequest').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? requestFromRow(row) : null;
}

/** Writes the whole row; the version must be the one that was read, raised by one. */
export async function updateRequest(tx: Tx, request: InsightRequest): Promise<void> {
  const { id, ...values } = toRow(request);
  const result = await tx.sql
    .updateTable('insightRequest')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', request.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`Request ${id} was saved from a stale copy`);
}

/** Returns false where the person said the same before. */
/** Slack calls the channel otherwise. */
export async function renameRequestChannel(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql.updateTable('insightRequest').set({ channel: to }).where('channel', '=', from).execute();
}

export async function insertReply(tx: Tx, reply: Reply): Promise<boolean> {
  assertTransaction(tx);
  const result = await tx.sql
    .insertInto('insightReply')
    .values(replyToRow(reply))
    .onConflict((conflict) => conflict.columns(['requestId', 'person', 'kind', 'namedPerson']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findReply(tx: Tx, id: ReplyId): Promise<Reply | null> {
  const row = await tx.sql.selectFrom('insightReply').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? replyFromRow(row) : null;
}

/** In the order in which they came. */
export async function listReplies(tx: Tx, requestId: InsightRequestId): Promise<Reply[]> {
  const rows = await tx.sql
    .selectFrom('insightReply')
    .selectAll()
    .where('requestId', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(replyFromRow);
}

function toRow({ people, ...request }: InsightRequest): Omit<InsightRequestRow, 'submission'> {
  return { ...request, askedPeople: toJson(people) };
}

const PeopleJson = z.array(textJson<PersonId>());

export function requestFromRow({ submission, askedPeople, ...request }: InsightRequestRow): InsightRequest {
  return { ...request, people: fromJson(PeopleJson, askedPeople) };
}

function replyToRow(reply: Reply): InsightReplyRow {
  if (reply.kind === 'cannot_help') return { ...reply, note: null, namedPerson: '' };
  const { named, ...row } = reply;
  return { ...row, namedPerson: named };
}

function replyFromRow({ kind, namedPerson, note, ...reply }: InsightReplyRow): Reply {
  if (namedPerson === '') return { ...reply, kind: 'cannot_help' };
  return { ...reply, kind: 'knows_who', named: namedPerson, note };
}
