import type { Goal, GoalId } from '../../domain/goal/goal.ts';
import type { GoalKind } from '../../domain/goal/kinds.ts';
import type { Period } from '../../domain/goal/period.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { GoalRow } from './goal-row.ts';

export interface GoalSlot {
  kind: GoalKind;
  period: Period;
}

export async function upsertGoal(tx: Tx, goal: Goal): Promise<void> {
  assertTransaction(tx);
  const row = toRow(goal);
  const { signedByMarketing, signedBySales, signedAt, endedHow, endedBy, endedAt, endedReason } = row;
  const changing = { signedByMarketing, signedBySales, signedAt, endedHow, endedBy, endedAt, endedReason };
  await tx.sql
    .insertInto('goal')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changing))
    .execute();
}

export async function findGoal(tx: Tx, id: GoalId): Promise<Goal | null> {
  const row = await tx.sql.selectFrom('goal').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Whatever was proposed for it, the newest first. */
export async function listGoalsOf(tx: Tx, { kind, period }: GoalSlot): Promise<Goal[]> {
  const rows = await tx.sql
    .selectFrom('goal')
    .selectAll()
    .where('period', '=', period)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(fromRow);
}

/** That wait for a signature, whatever their period, the first proposed first. A team has few. */
export async function listProposedGoals(tx: Tx): Promise<Goal[]> {
  const rows = await tx.sql
    .selectFrom('goal')
    .selectAll()
    .where('signedAt', 'is', null)
    .where('endedAt', 'is', null)
    .orderBy('proposedAt')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** That count for these. */
export async function listSignedGoals(tx: Tx, periods: readonly Period[]): Promise<Goal[]> {
  const rows = await tx.sql
    .selectFrom('goal')
    .selectAll()
    .where('period', 'in', periods)
    .where('signedAt', 'is not', null)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** All that there ever were, the last proposed first. */
export async function listGoals(tx: Tx): Promise<Goal[]> {
  const rows = await tx.sql
    .selectFrom('goal')
    .selectAll()
    .orderBy('proposedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(fromRow);
}

function toRow({ signatures, asked: _, end, ...goal }: Goal): GoalRow {
  return {
    ...goal,
    signedByMarketing: signatures.marketing,
    signedBySales: signatures.sales,
    endedHow: end?.how ?? null,
    endedBy: end?.by ?? null,
    endedAt: end?.at ?? null,
    endedReason: end?.reason ?? null,
  };
}

function fromRow(row: GoalRow): Goal {
  const { signedByMarketing, signedBySales, ...rest } = row;
  const { endedHow: how, endedBy: by, endedAt: at, endedReason: reason, ...goal } = rest;
  return {
    ...goal,
    signatures: { marketing: signedByMarketing, sales: signedBySales },
    end: how === null || at === null ? null : { how, by, at, reason },
  };
}
