import type { ListedReason } from '../../domain/reject-reason/reason-list.ts';
import type { ReasonNeed, ReasonOutcome, RejectReason } from '../../domain/reject-reason/reject-reason.ts';
import type { RejectReasonRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** In the managers' order; retired ones, which only history needs, are left out. */
export async function listRejectReasons(tx: Tx): Promise<RejectReason[]> {
  const rows = await tx.sql
    .selectFrom('reject_reason')
    .selectAll()
    .where('retired_at', 'is', null)
    .orderBy('position')
    .execute();
  return rows.map(fromRow);
}

/** With the retired ones, for who keeps the list. One who is about to change it sees nobody else's change half-done. */
export async function listEveryReason(tx: Tx): Promise<ListedReason[]> {
  const query = tx.sql.selectFrom('reject_reason').selectAll().orderBy('position').orderBy('code');
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map((row) => ({ ...fromRow(row), retiredAt: row.retired_at }));
}

/** Writes the words and whether it is retired; a new one goes to the end. */
export async function upsertReason(tx: Tx, reason: ListedReason): Promise<void> {
  assertTransaction(tx);
  const { label, consequence, who_acts, retired_at, ...rest } = toRow(reason, await nextPosition(tx));
  const words = { label, consequence, who_acts, retired_at: reason.retiredAt ?? retired_at };
  await tx.sql
    .insertInto('reject_reason')
    .values({ ...rest, ...words })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(words))
    .execute();
}

export async function updateReasonOrder(tx: Tx, codes: readonly string[]): Promise<void> {
  assertTransaction(tx);
  for (const [position, code] of codes.entries()) {
    await tx.sql.updateTable('reject_reason').set({ position }).where('code', '=', code).execute();
  }
}

async function nextPosition(tx: Tx): Promise<number> {
  const last = await tx.sql
    .selectFrom('reject_reason')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  return (last?.position ?? -1) + 1;
}

/** Retired or not. */
export async function findRejectReason(tx: Tx, code: string): Promise<RejectReason | null> {
  const row = await tx.sql
    .selectFrom('reject_reason')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Only into an empty table: a reason that the managers have retired must not come back with the next start. */
export async function insertFirstReasons(tx: Tx, reasons: readonly RejectReason[]): Promise<void> {
  const any = await tx.sql.selectFrom('reject_reason').select('code').limit(1).executeTakeFirst();
  if (any) return;
  await tx.sql
    .insertInto('reject_reason')
    .values(reasons.map(toRow))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute();
}

function toRow(reason: RejectReason, position: number): RejectReasonRow {
  return {
    code: reason.code,
    label: reason.label,
    consequence: reason.consequence,
    outcome: reason.outcome.kind,
    days: reason.outcome.kind === 'rests' ? reason.outcome.days : null,
    needs: reason.needs,
    implies_contact: reason.impliesContact ? 1 : 0,
    counts: reason.counts ? 1 : 0,
    who_acts: reason.whoActs,
    position,
    retired_at: null,
  };
}

function fromRow(row: RejectReasonRow): RejectReason {
  return {
    code: row.code,
    label: row.label,
    consequence: row.consequence,
    outcome: outcomeOf(row),
    needs: row.needs as ReasonNeed | null,
    impliesContact: row.implies_contact === 1,
    counts: row.counts === 1,
    whoActs: row.who_acts,
  };
}

function outcomeOf(row: RejectReasonRow): ReasonOutcome {
  const kind = row.outcome as ReasonOutcome['kind'];
  return kind === 'rests' ? { kind, days: row.days ?? 0 } : { kind };
}
