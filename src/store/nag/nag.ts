import type { LeadId } from '../../domain/lead/lead.ts';
import type { LeadEventKind } from '../../domain/lead/lead-event.ts';
import type { Nag, NagHistory, NagId } from '../../domain/nag/nag.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** False when that step of that run has been said before, perhaps a moment ago by another process. */
export async function insertNag(tx: Tx, nag: Nag): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('nag')
    .values({ ...nag, promiseId: null })
    .onConflict((conflict) => conflict.columns(['leadId', 'promise', 'step', 'cycleAt']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findNag(tx: Tx, id: NagId): Promise<Nag | null> {
  const row = await tx.sql.selectFrom('nag').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findNagHistory(tx: Tx, leadId: LeadId): Promise<NagHistory> {
  const sent = await tx.sql.selectFrom('nag').selectAll().where('leadId', '=', leadId).execute();
  const back = await tx.sql
    .selectFrom('leadEvent')
    .select((eb) => eb.fn.max('at').as('at'))
    .where('leadId', '=', leadId)
    .where('kind', 'in', CAME_BACK)
    .executeTakeFirst();
  return { sent, cameBackAt: back?.at ?? null };
}

export function listNagsOfLead(tx: Tx, leadId: LeadId): Promise<Pick<Nag, 'promise' | 'step' | 'sentAt'>[]> {
  return tx.sql.selectFrom('nag').selectAll().where('leadId', '=', leadId).execute();
}

const CAME_BACK: LeadEventKind[] = ['released', 'reopened', 'came_off_rest', 'mended'];

/** A nag is no move of the lead: its version stays. */
export async function updateNextNag(tx: Tx, leadId: LeadId, at: number | null): Promise<void> {
  assertTransaction(tx);
  await tx.sql.updateTable('lead').set({ nextNagAt: at }).where('id', '=', leadId).execute();
}
