/** Rejects, the leads that are of them, and what was answered, with its history. */
import type { LeadId } from '../../domain/lead/lead.ts';
import type { RejectedLead, Rejects, RejectsId } from '../../domain/rejects/rejects.ts';
import type { Week } from '../../domain/time/week.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { RejectsEventRow, RejectsRow } from './rejects-row.ts';

/** False: they were put before somebody already, perhaps a moment ago by another process. */
export async function insertRejects(
  tx: Tx,
  rejects: Rejects,
  leads: readonly RejectedLead[],
): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('rejects')
    .values(toRow(rejects))
    .onConflict((conflict) => conflict.columns(['week', 'key']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  for (let from = 0; from < leads.length; from += AT_A_TIME) {
    const rows = leads.slice(from, from + AT_A_TIME).map((lead) => ({ ...lead, rejectsId: rejects.id }));
    await tx.sql.insertInto('rejectedLead').values(rows).execute();
  }
  return true;
}

const AT_A_TIME = 500;

export async function findRejects(tx: Tx, id: RejectsId): Promise<Rejects | null> {
  const row = await tx.sql.selectFrom('rejects').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** On PostgreSQL the row is locked until the end of the transaction; on SQLite the whole database is ours already. */
export async function lockRejects(tx: Tx, id: RejectsId): Promise<Rejects | null> {
  const query = tx.sql.selectFrom('rejects').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The last week of which any were put before somebody; null: none ever were. */
export async function findLastAskedWeek(tx: Tx): Promise<Week | null> {
  const row = await tx.sql
    .selectFrom('rejects')
    .select((eb) => eb.fn.max('week').as('week'))
    .executeTakeFirst();
  return row?.week ?? null;
}

/** Answered from one instant to another, the second not included, in the order of their answers; what was taken back is left out. */
export async function findAnswered(tx: Tx, since: number, before: number): Promise<Rejects[]> {
  const rows = await tx.sql
    .selectFrom('rejects')
    .selectAll()
    .where('answeredAt', '>=', since)
    .where('answeredAt', '<', before)
    .orderBy('answeredAt')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** Asked about since then, due before `at` and not answered by then. */
export async function findUnanswered(
  tx: Tx,
  { at, since }: { at: number; since: number },
): Promise<Rejects[]> {
  const rows = await tx.sql
    .selectFrom('rejects')
    .innerJoin('promise', 'promise.about', 'rejects.id')
    .selectAll('rejects')
    .where('rejects.askedAt', '>=', since)
    .where('promise.kind', '=', 'answer_rejects')
    .where('promise.dueAt', '<', at)
    .where((eb) => eb.or([eb('promise.endedAt', 'is', null), eb('promise.endedAt', '>=', at)]))
    .orderBy('rejects.id')
    .execute();
  return rows.map(fromRow);
}

/** In the order of the leads. */
export async function listRejectedLeads(tx: Tx, id: RejectsId): Promise<RejectedLead[]> {
  return tx.sql
    .selectFrom('rejectedLead')
    .select(['leadId', 'reason', 'rejectedBy', 'goneAt'])
    .where('rejectsId', '=', id)
    .orderBy('leadId')
    .execute();
}

/** Of which rejects a lead is or was. */
export async function listRejectsOfLead(tx: Tx, leadId: LeadId): Promise<RejectsId[]> {
  const rows = await tx.sql
    .selectFrom('rejectedLead')
    .select('rejectsId')
    .where('leadId', '=', leadId)
    .orderBy('rejectsId')
    .execute();
  return rows.map(({ rejectsId }) => rejectsId);
}

/** Whether a lead is still of them: null, it is. */
export async function updateGone(
  tx: Tx,
  { id, leadId, goneAt }: { id: RejectsId; leadId: LeadId; goneAt: number | null },
): Promise<void> {
  await tx.sql
    .updateTable('rejectedLead')
    .set({ goneAt })
    .where('rejectsId', '=', id)
    .where('leadId', '=', leadId)
    .execute();
}

/** Writes the whole row; the version must be the one that was read, raised by one. */
export async function updateRejects(tx: Tx, rejects: Rejects): Promise<void> {
  const { id, ...values } = toRow(rejects);
  const { numUpdatedRows } = await tx.sql
    .updateTable('rejects')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', rejects.version - 1)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`What was rejected (${id}) was saved from a stale copy`);
}

export async function insertRejectsEvent(tx: Tx, event: RejectsEventRow): Promise<void> {
  assertTransaction(tx);
  await tx.sql.insertInto('rejectsEvent').values(event).execute();
}

function toRow({ answer, ...rejects }: Rejects): RejectsRow {
  return {
    ...rejects,
    change: answer?.change ?? null,
    sentence: answer?.sentence ?? null,
    answeredBy: answer?.by ?? null,
    answeredAt: answer?.at ?? null,
    answeredReason: answer?.reason ?? null,
  };
}

function fromRow(row: RejectsRow): Rejects {
  const { change, sentence, answeredBy: by, answeredAt: at, answeredReason: reason, ...rejects } = row;
  const isAnswered = change !== null && sentence !== null && by !== null && at !== null && reason !== null;
  return { ...rejects, answer: isAnswered ? { change, sentence, by, at, reason } : null };
}
