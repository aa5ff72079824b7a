import type { LeadFact, ReasonFact } from '../../domain/scorecard/cohort.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { Week } from '../../domain/time/week.ts';
import { fromJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { ScorecardJson } from './scorecard-json.ts';

/** Leads that arrived from one instant to another, the second not included. */
export async function findLeadFacts(tx: Tx, since: number, before: number): Promise<LeadFact[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select([
      'source',
      'campaign',
      'segment',
      'priority',
      'isTest',
      'receivedAt',
      'createdAt',
      'openSince',
      'state',
      'owner',
      'claimedAt',
      'contactedAt',
      'verdictAt',
      'cardChannel',
      'rejectReason as reason',
      'rejectOutcome as outcome',
    ])
    .where('receivedAt', '>=', since)
    .where('receivedAt', '<', before)
    .execute();
  return rows.map((row) => ({ ...row, source: row.source || null, isTest: row.isTest === 1 }));
}

export async function findFirstArrival(tx: Tx): Promise<number | null> {
  const row = await tx.sql
    .selectFrom('lead')
    .select((eb) => eb.fn.min('receivedAt').as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Retired ones too: old leads were rejected for them. */
export async function findReasonFacts(tx: Tx): Promise<ReasonFact[]> {
  const rows = await tx.sql.selectFrom('rejectReason').select(['code', 'label', 'counts']).execute();
  return rows.map(({ code, label, counts }) => ({ code, label, counts: counts === 1 }));
}

/** False when that week is published already, perhaps a moment ago by another process: it stays as it was. */
export async function insertScorecard(tx: Tx, scorecard: Scorecard, publishedAt: number): Promise<boolean> {
  assertTransaction(tx);
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('scorecard')
    .values({ week: scorecard.week, data: toJson(scorecard), publishedAt })
    .onConflict((conflict) => conflict.column('week').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface PublishedScorecard {
  scorecard: Scorecard;
  publishedAt: number;
}

export async function findScorecard(tx: Tx, week: Week): Promise<PublishedScorecard | null> {
  const row = await tx.sql.selectFrom('scorecard').selectAll().where('week', '=', week).executeTakeFirst();
  if (!row) return null;
  return { scorecard: fromJson(ScorecardJson, row.data), publishedAt: row.publishedAt };
}
