import { z } from 'zod';
import type { LeadFact, ReasonFact } from '../../domain/scorecard/cohort.ts';
import type { Figure } from '../../domain/scorecard/figure.ts';
import { METRIC_IDS } from '../../domain/scorecard/metrics.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Week } from '../../domain/time/week.ts';
import { fromJson, textJson, toJson } from '../columns.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

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

const FigureJson: z.ZodType<Figure, unknown> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), value: z.number() }),
  z.object({ kind: z.literal('rate'), part: z.number(), of: z.number() }),
  z.object({ kind: z.literal('cost'), minor: z.number().nullable(), per: z.number(), currency: z.string() }),
  z.object({
    kind: z.literal('time'),
    clock: z.enum(['working', 'wall']),
    median: z.number().nullable(),
    p90: z.number().nullable(),
    of: z.number(),
  }),
]);

const WeekJson = textJson<Week>();

const ScorecardJson: z.ZodType<Scorecard, unknown> = z.object({
  week: WeekJson,
  from: z.string(),
  to: z.string(),
  computedAt: z.number(),
  timezone: z.string(),
  currency: z.string(),
  metrics: z.record(z.enum(METRIC_IDS), z.object({ now: FigureJson, last: FigureJson, average: FigureJson })),
  averagedWeeks: z.number(),
  trend: z.array(z.object({ week: WeekJson, leads: z.number(), qualified: z.number(), won: z.number() })),
  open: z.object({ leads: z.number(), deals: z.number(), withoutCard: z.number() }),
  leftOut: z.object({ tests: z.number(), notCounted: z.number() }),
  spend: z.number().nullable(),
  otherSpend: z.array(z.object({ currency: z.string(), minor: z.number() })),
  sources: z.array(
    z.object({
      source: z.string().nullable(),
      leads: z.number(),
      open: z.number(),
      qualified: z.number(),
      rejected: z.number(),
      won: z.number(),
      spend: z.number().nullable(),
    }),
  ),
  rejections: z.array(
    z.object({
      reason: z.string(),
      label: z.string(),
      leads: z.number(),
      campaigns: z.array(z.object({ campaign: z.string().nullable(), leads: z.number() })),
    }),
  ),
  buying: z.array(z.object({ segment: z.string(), leads: z.number(), won: z.number() })),
  agenda: z.array(
    z.object({
      side: z.enum(['sales', 'marketing']),
      owner: textJson<PersonId>().nullable(),
      text: z.string(),
    }),
  ),
});
