import type { ListedReason } from '../../domain/reject-reason/reason-list.ts';
import type { RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import { toFlag } from '../columns.ts';
import type { RejectReasonRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** In the managers' order; retired ones, which only history needs, are left out. */
export async function listRejectReasons(tx: Tx): Promise<RejectReason[]> {
  const rows = await tx.sql
    .selectFrom('rejectReason')
    .selectAll()
    .where('retiredAt', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(fromRow);
}

/** With the retired ones, for who keeps the list. One who is about to change it sees nobody else's change half-done. */
export async function listEveryReason(tx: Tx): Promise<ListedReason[]> {
  const query = tx.sql.selectFrom('rejectReason').selectAll().orderBy('position').orderBy('code');
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map((row) => ({ ...fromRow(row), retiredAt: row.retiredAt }));
}

/** Writes all but its code and its place; a new one goes to the end. */
export async function upsertReason(tx: Tx, reason: ListedReason): Promise<void> {
  assertTransaction(tx);
  const row = { ...toRow(reason, await nextPosition(tx)), retiredAt: reason.retiredAt };
  const { code, position, ...changes } = row;
  await tx.sql
    .insertInto('rejectReason')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(changes))
    .execute();
}

export async function updateReasonOrder(tx: Tx, codes: readonly string[]): Promise<void> {
  assertTransaction(tx);
  for (const [position, code] of codes.entries()) {
    await tx.sql.updateTable('rejectReason').set({ position }).where('code', '=', code).execute();
  }
}

async function nextPosition(tx: Tx): Promise<number> {
  const last = await tx.sql
    .selectFrom('rejectReason')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

/** Retired or not. */
export async function findRejectReason(tx: Tx, code: string): Promise<RejectReason | null> {
  const row = await tx.sql.selectFrom('rejectReason').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Only into an empty table: a reason that the managers have retired must not come back with the next start. */
export async function insertFirstReasons(tx: Tx, reasons: readonly RejectReason[]): Promise<void> {
  const any = await tx.sql.selectFrom('rejectReason').select('code').limit(1).executeTakeFirst();
  if (any) return;
  await tx.sql
    .insertInto('rejectReason')
    .values(reasons.map(toRow))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

function wordsOf({ consequence, whoActs }: Pick<RejectReason, 'consequence' | 'whoActs'>) {
  return { consequence: consequence ?? '', whoActs: whoActs ?? '' };
}

function toRow({ outcome, ...reason }: RejectReason, position: number): RejectReasonRow {
  return {
    ...reason,
    ...wordsOf(reason),
    outcome: outcome.kind,
    days: outcome.kind === 'rests' ? outcome.days : null,
    impliesContact: toFlag(reason.impliesContact),
    counts: toFlag(reason.counts),
    position,
    retiredAt: null,
  };
}

function fromRow({ days, position, retiredAt, ...row }: RejectReasonRow): RejectReason {
  return {
    ...row,
    consequence: row.consequence || null,
    whoActs: row.whoActs || null,
    outcome: row.outcome === 'rests' ? { kind: row.outcome, days: days ?? 0 } : { kind: row.outcome },
    impliesContact: row.impliesContact === 1,
    counts: row.counts === 1,
  };
}
