import type { LeadId } from '../../domain/lead/lead.ts';
import type { BookedDeal, FactPromise, LeadFact, ReasonFact } from '../../domain/scorecard/cohort.ts';
import type { Scorecard } from '../../domain/scorecard/scorecard.ts';
import type { Week } from '../../domain/time/week.ts';
import { fromJson, fromMoneyColumns, toJson } from '../columns.ts';
import { readCalendar } from '../promise/promise.ts';
import { namesOf } from '../source/name-book.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import { ScorecardJson } from './scorecard-json.ts';

/** Leads that arrived from one instant to another, the second not included, each with what was promised to it. */
export async function findLeadFacts(tx: Tx, since: number, before: number): Promise<LeadFact[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select([
      'id',
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
      'valueMinor',
      'currency',
    ])
    .where('receivedAt', '>=', since)
    .where('receivedAt', '<', before)
    .execute();
  const promises = await findFactPromises(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(tx, rows);
  return rows.map(({ valueMinor, currency, ...row }) => ({
    ...row,
    value: fromMoneyColumns({ valueMinor, currency }),
    source: names.source(row.source),
    campaign: names.campaign(row),
    isTest: row.isTest === 1,
    promises: promises.get(row.id) ?? [],
  }));
}

/** Won from one instant to another, the second not included, whenever its lead arrived. */
export async function findBooked(tx: Tx, since: number, before: number): Promise<BookedDeal[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'closedAt', 'valueMinor', 'currency'])
    .where('closedAt', '>=', since)
    .where('closedAt', '<', before)
    .where('state', '=', 'won')
    .where('isTest', '=', 0)
    .execute();
  return rows.flatMap(({ id: lead, closedAt: at, ...money }) =>
    at === null ? [] : { lead, at, value: fromMoneyColumns(money) },
  );
}

const JUDGED = ['claim', 'contact', 'verdict'] as const;

/** So many leads at a time: all at once PostgreSQL would rather read every promise that there ever was. */
const AT_A_TIME = 500;

/** By the lead that they are about. What was waived is left out. */
async function findFactPromises(tx: Tx, ids: readonly LeadId[]): Promise<Map<string, FactPromise[]>> {
  const found = new Map<string, FactPromise[]>();
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    for (const [about, promise] of await promisesOfSome(tx, ids.slice(from, from + AT_A_TIME))) {
      const known = found.get(about) ?? [];
      known.push(promise);
      found.set(about, known);
    }
  }
  return found;
}

async function promisesOfSome(
  tx: Tx,
  ids: readonly LeadId[],
): Promise<[about: string, promise: FactPromise][]> {
  const rows = await tx.sql
    .selectFrom('promise')
    .select(['about', 'kind', 'startedAt', 'dueAt', 'calendar', 'endedAt', 'endedWhy'])
    .where('about', 'in', ids)
    .where('kind', 'in', JUDGED)
    .where((eb) => eb.or([eb('endedHow', 'is', null), eb('endedHow', '!=', 'waived')]))
    .execute();
  return rows.map(({ about, calendar, endedWhy, ...row }) => {
    const kind = row.kind as FactPromise['kind'];
    const isDone = row.endedAt !== null && endedWhy === null;
    return [about, { ...row, kind, isDone, calendar: readCalendar(calendar) }];
  });
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

/** Of all that were published. */
export async function listPublishedWeeks(tx: Tx): Promise<Set<Week>> {
  const rows = await tx.sql.selectFrom('scorecard').select('week').execute();
  return new Set(rows.map(({ week }) => week));
}

export async function findScorecard(tx: Tx, week: Week): Promise<PublishedScorecard | null> {
  const row = await tx.sql.selectFrom('scorecard').selectAll().where('week', '=', week).executeTakeFirst();
  if (!row) return null;
  return { scorecard: fromJson(ScorecardJson, row.data), publishedAt: row.publishedAt };
}

/** The last that was published before the week; null: none was. */
export async function findScorecardBefore(tx: Tx, week: Week): Promise<PublishedScorecard | null> {
  const row = await tx.sql
    .selectFrom('scorecard')
    .selectAll()
    .where('week', '<', week)
    .orderBy('week', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { scorecard: fromJson(ScorecardJson, row.data), publishedAt: row.publishedAt } : null;
}
