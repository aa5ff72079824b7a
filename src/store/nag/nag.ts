import type { LeadId } from '../../domain/lead/lead.ts';
import type { LeadEventKind } from '../../domain/lead/lead-event.ts';
import type { Nag, NagHistory, NagId } from '../../domain/nag/nag.ts';
import type { PromiseName } from '../../domain/promise.ts';
import type { NagRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** False when that step of that run has been said before, perhaps a moment ago by another process. */
export async function insertNag(tx: Tx, nag: Nag): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('nag')
    .values(toRow(nag))
    .onConflict((conflict) => conflict.columns(['lead_id', 'promise', 'step', 'cycle_at']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findNag(tx: Tx, id: NagId): Promise<Nag | null> {
  const row = await tx.sql.selectFrom('nag').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function findNagHistory(tx: Tx, leadId: LeadId): Promise<NagHistory> {
  const rows = await tx.sql.selectFrom('nag').selectAll().where('lead_id', '=', leadId).execute();
  const back = await tx.sql
    .selectFrom('lead_event')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('lead_id', '=', leadId)
    .where('kind', 'in', CAME_BACK)
    .executeTakeFirst();
  return { sent: rows.map(fromRow), cameBackAt: back?.at ?? null };
}

const CAME_BACK: LeadEventKind[] = ['released', 'reopened', 'came_off_rest', 'mended'];

/** A nag is no move of the lead: its version stays. */
export async function updateNextNag(tx: Tx, leadId: LeadId, at: number | null): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('lead').set({ next_nag_at: at }).where('id', '=', leadId).execute();
}

function toRow(nag: Nag): NagRow {
  return {
    id: nag.id,
    lead_id: nag.leadId,
    promise: nag.promise,
    step: nag.step,
    cycle_at: nag.cycleAt,
    sent_at: nag.sentAt,
  };
}

function fromRow(row: NagRow): Nag {
  return {
    id: row.id as NagId,
    leadId: row.lead_id as LeadId,
    promise: row.promise as PromiseName,
    step: row.step,
    cycleAt: row.cycle_at,
    sentAt: row.sent_at,
  };
}
