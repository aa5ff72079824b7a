import { type ExpressionBuilder, sql } from 'kysely';
import type { LeadEventKind } from '../../domain/lead/lead-event.ts';
import { type LeadCounts, sumOf, type Win } from '../../domain/report/report-figures.ts';
import type { LeadKey } from '../../domain/report/report-keys.ts';
import { fromMoneyColumns } from '../columns.ts';
import { isDropped } from '../lead/dropped.ts';
import type { Schema } from '../schema.ts';
import { namesOf } from '../source/name-book.ts';
import type { Tx } from '../transaction.ts';

/** Leads that arrived from one instant to another, the second not included. */
export interface Cohort {
  since: number;
  before: number;
}

/** Null: none arrived. */
export async function findArrivals(tx: Tx, cohort: Cohort): Promise<{ first: number; last: number } | null> {
  const row = await counted(tx, cohort)
    .select((eb) => [eb.fn.min('receivedAt').as('first'), eb.fn.max('receivedAt').as('last')])
    .executeTakeFirst();
  const { first = null, last = null } = row ?? {};
  return first === null || last === null ? null : { first, last };
}

export async function countLeads(tx: Tx, cohort: Cohort, by: LeadKey): Promise<LeadCounts[]> {
  const grouped = [...columnsOf(by)];
  const rows = await counted(tx, cohort)
    .select(grouped)
    .select((eb) => [
      eb.fn.countAll<number>().as('leads'),
      eb.fn.sum<number>(flag(wasClaimed(eb))).as('claimed'),
      eb.fn.sum<number>(flag(wasQualified(eb))).as('qualified'),
      eb.fn.sum<number>(flag(eb('lead.state', 'in', REJECTED))).as('rejected'),
      eb.fn.sum<number>(flag(eb('lead.state', '=', 'won'))).as('won'),
      eb.fn.sum<number>(flag(eb('lead.state', '=', 'lost'))).as('lost'),
    ])
    .groupBy(grouped)
    .execute();
  const keyOf = await keysOf(tx, rows, by);
  const named = rows.map(({ leads, claimed, qualified, rejected, won, lost, ...row }) => ({
    key: keyOf(row),
    ...{ leads, claimed, qualified, rejected, won, lost },
  }));
  const byKey = Map.groupBy(named, ({ key }) => key);
  return [...byKey].map(([key, those]) => ({ ...sumOf(those), key }));
}

/** Where the key is a name, what it takes to tell whose. */
function columnsOf(by: LeadKey) {
  if (by === 'source') return ['lead.source'] as const;
  if (by === 'campaign') return ['lead.source', 'lead.campaign'] as const;
  return [`lead.${by}`] as const;
}

type Keyed = Partial<Record<LeadKey, string | null>>;

/** Sources and campaigns as they are called today. */
async function keysOf(tx: Tx, rows: readonly Keyed[], by: LeadKey): Promise<(row: Keyed) => string | null> {
  if (by !== 'source' && by !== 'campaign') return (row) => row[by] || null;
  const spelledOf = ({ source, campaign }: Keyed) => ({
    source: source || null,
    campaign: by === 'campaign' ? campaign || null : null,
  });
  const names = await namesOf(tx, rows.map(spelledOf));
  return (row) => (by === 'source' ? names.source(row.source || null) : names.campaign(spelledOf(row)));
}

/** Wins with their instants; which calendar days those are is for the caller to say. */
export type WinRow = Omit<Win, 'arrivedOn' | 'wonOn' | 'days'> & {
  arrivedAt: number;
  wonAt: number | null;
};

export async function findWins(tx: Tx, cohort: Cohort, by: LeadKey): Promise<WinRow[]> {
  const rows = await counted(tx, cohort)
    .where('lead.state', '=', 'won')
    .select(['lead.id as leadId', 'externalId'])
    .select(['lead.source', 'lead.campaign', 'lead.segment', 'lead.owner'])
    .select(['receivedAt as arrivedAt', 'closedAt', 'valueMinor', 'currency'])
    .orderBy('receivedAt')
    .orderBy('lead.id')
    .execute();
  const keyOf = await keysOf(tx, rows, by);
  return rows.map(({ closedAt, valueMinor, currency, source, campaign, segment, owner, ...win }) => ({
    ...win,
    key: keyOf({ source, campaign, segment, owner }),
    value: fromMoneyColumns({ valueMinor, currency }),
    wonAt: closedAt,
  }));
}

/** What is left out of every figure. A test that was also rejected is a test. */
export async function countExcluded(tx: Tx, cohort: Cohort): Promise<{ tests: number; notCounted: number }> {
  const row = await arrived(tx, cohort)
    .select((eb) => [
      eb.fn.sum<number | null>(flag(eb('isTest', '=', 1))).as('tests'),
      eb.fn.sum<number | null>(flag(eb.and([eb('isTest', '=', 0), isOutOfCount(eb)]))).as('notCounted'),
    ])
    .executeTakeFirst();
  return { tests: row?.tests ?? 0, notCounted: row?.notCounted ?? 0 };
}

const REJECTED = ['rejected', 'resting', 'returned'] as const;

type LeadExpressions = ExpressionBuilder<Schema, 'lead'>;

function arrived(tx: Tx, { since, before }: Cohort) {
  return tx.sql.selectFrom('lead').where('receivedAt', '>=', since).where('receivedAt', '<', before);
}

function counted(tx: Tx, cohort: Cohort) {
  return arrived(tx, cohort)
    .where('isTest', '=', 0)
    .where((eb) => eb.not(isOutOfCount(eb)));
}

/** Merged into another lead, or rejected for a reason such as spam, which is in no rate. */
function isOutOfCount(eb: LeadExpressions) {
  const isOfNoCount = isDropped(eb);
  return eb.or([eb('lead.state', '=', 'merged'), eb.and([eb('lead.state', 'in', REJECTED), isOfNoCount])]);
}

/** Once is enough: a release afterwards takes nothing away. What a file told counts as long as the file does: taken back, it was never taken. */
function wasClaimed(eb: LeadExpressions) {
  const isFurther = eb.or([
    eb('lead.owner', 'is not', null),
    eb('lead.state', 'in', ['qualified', 'won', 'lost']),
  ]);
  return eb.or([
    eb('lead.claimedAt', 'is not', null),
    hadEvent(eb, TAKEN, 'here'),
    eb.and([isFurther, hadEvent(eb, TAKEN, 'told')]),
  ]);
}

const TAKEN = ['claimed', 'assigned', 'handed_over', 'released'] as const;

/** A deal was made of whatever was won or lost, also where nobody gave the verdict here. */
function wasQualified(eb: LeadExpressions) {
  return eb.or([
    eb('lead.state', 'in', ['qualified', 'won', 'lost']),
    eb('lead.qualification', 'is not', null),
  ]);
}

function hadEvent(eb: LeadExpressions, kinds: readonly LeadEventKind[], where: 'here' | 'told') {
  return eb.exists(
    eb
      .selectFrom('leadEvent')
      .select('leadEvent.id')
      .whereRef('leadEvent.leadId', '=', 'lead.id')
      .where('leadEvent.kind', 'in', [...kinds])
      .where('leadEvent.actor', where === 'here' ? '!=' : '=', 'import'),
  );
}

/** SQLite has no booleans to sum, PostgreSQL sums none. */
function flag(condition: ReturnType<LeadExpressions['or']>) {
  return sql<number>`case when ${condition} then 1 else 0 end`;
}
