import type { ReasonNeed, ReasonOutcome, RejectReason } from '../domain/reject-reason.ts';
import type { RejectReasonRow } from './schema.ts';
import type { Tx } from './transaction.ts';

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
