import type { SilentSource, SourceAlert, SourceAlertId } from '../../domain/source/source-alert.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** False: it was said already, perhaps a moment ago by another process. */
export async function insertSourceAlert(tx: Tx, alert: SourceAlert): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('sourceAlert')
    .values(alert)
    .onConflict((conflict) => conflict.columns(['kind', 'sourceId']).where('endedAt', 'is', null).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findSourceAlert(tx: Tx, id: SourceAlertId): Promise<SourceAlert | null> {
  const row = await tx.sql.selectFrom('sourceAlert').selectAll().where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function listOpenAlerts(tx: Tx): Promise<SourceAlert[]> {
  return tx.sql.selectFrom('sourceAlert').selectAll().where('endedAt', 'is', null).orderBy('id').execute();
}

/** With what they are called today; those that were said before that instant and had not ended by then, the longest first. */
export async function listSilentAt(tx: Tx, at: number): Promise<SilentSource[]> {
  return tx.sql
    .selectFrom('sourceAlert')
    .innerJoin('source', 'source.id', 'sourceAlert.sourceId')
    .select(['source.name as source', 'sourceAlert.since'])
    .where('sourceAlert.kind', '=', 'silent')
    .where('source.mergedInto', 'is', null)
    .where('sourceAlert.toldAt', '<', at)
    .where((eb) => eb.or([eb('sourceAlert.endedAt', 'is', null), eb('sourceAlert.endedAt', '>=', at)]))
    .orderBy('sourceAlert.since')
    .orderBy('source.name')
    .execute();
}

export async function endSourceAlert(tx: Tx, id: SourceAlertId, at: number): Promise<void> {
  await tx.sql.updateTable('sourceAlert').set({ endedAt: at }).where('id', '=', id).execute();
}
