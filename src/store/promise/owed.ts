/**
 * What is owed, from the rows of promises that run: by whom, the first due first. Found and counted from the index promise_owed alone
 * (test/store/plans.test.ts holds that); the rows themselves are read of those that are shown.
 */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import { PROMISE_KINDS, type PromiseKind, ruleOf } from '../../domain/promise/kinds.ts';
import type { Bound, TeamPromise } from '../../domain/promise/promise.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { promiseFromRow } from './promise.ts';

export interface OwedFilter {
  owedBy: readonly Bound[];
  kinds: readonly PromiseKind[];
  withTests: boolean;
  /** Epoch ms: leaves out what its owner has put off beyond it; null: nothing is left out. */
  quietUntil: number | null;
  /** Epoch ms: leaves out what is due at it or later; null: nothing is left out. */
  dueBefore: number | null;
}

/** A part of a list. */
export interface Part {
  limit: number;
  offset?: number;
}

/** Their rows, in the order of their due times. */
export async function findOwed(
  tx: Tx,
  filter: OwedFilter,
  { limit, offset = 0 }: Part,
): Promise<TeamPromise[]> {
  if (isOfNobody(filter)) return [];
  const keys = await tx.sql
    .selectFrom('promise')
    .select(['about', 'id'])
    .where((eb) => isOwed(eb, filter))
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return readRows(tx, keys);
}

export interface OwedCount {
  owedBy: Bound;
  kind: PromiseKind;
  /** Due by each of the two instants, the earlier first. */
  early: number;
  late: number;
  all: number;
}

/** How many each owes of each kind. */
export async function countOwed(
  tx: Tx,
  filter: OwedFilter,
  [early, late]: readonly [number, number],
): Promise<OwedCount[]> {
  if (isOfNobody(filter)) return [];
  const dueBy = (at: number) =>
    sql<number>`coalesce(sum(case when due_at <= ${sql.val(at)} then 1 else 0 end), 0)`;
  const rows = await tx.sql
    .selectFrom('promise')
    .select((eb) => [
      ...(['owedBy', 'kind'] as const),
      dueBy(early).as('early'),
      dueBy(late).as('late'),
      eb.fn.countAll<number>().as('all'),
    ])
    .where((eb) => isOwed(eb, filter))
    .groupBy(['owedBy', 'kind'])
    .execute();
  return rows.map((row) => ({
    ...row,
    early: Number(row.early),
    late: Number(row.late),
    all: Number(row.all),
  }));
}

/** Whoever owes anything: from name to name, whatever each owes. */
export async function listOwers(tx: Tx): Promise<Bound[]> {
  const { rows } = await sql<{ name: Bound }>`
    with recursive ower (name) as (
      select min(owed_by) from promise where ended_at is null and owed_by > ''
      union all
      select (select min(owed_by) from promise where ended_at is null and owed_by > ower.name)
        from ower where ower.name is not null)
    select name from ower where name is not null`.execute(tx.sql);
  return rows.map(({ name }) => name);
}

/** What one person is owed by name, whoever owes it. */
export async function findOwedTo(
  tx: Tx,
  person: PersonId,
  { limit, offset = 0 }: Part,
): Promise<{ shown: TeamPromise[]; count: number }> {
  const query = tx.sql
    .selectFrom('promise')
    .where(IS_RUNNING)
    .where(IS_TO_SOMEBODY)
    .where('owedTo', '=', person);
  const rows = await query.selectAll().orderBy('dueAt').orderBy('id').limit(limit).offset(offset).execute();
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { shown: rows.map(promiseFromRow), count: Number(all?.count) };
}

/**
 * What this person was asked for by name, by who asked or by a colleague who thinks that they know, and has not answered since. Owed by their
 * side together, where several were asked. A team has few requests that are open.
 */
export async function listAsked(
  tx: Tx,
  person: PersonId,
  kinds: readonly PromiseKind[],
): Promise<TeamPromise[]> {
  const rows = await tx.sql
    .selectFrom('insightRequest')
    .innerJoin('promise', 'promise.about', 'insightRequest.id')
    .selectAll('promise')
    .where('insightRequest.state', '=', 'open')
    .where('promise.endedAt', 'is', null)
    .where('promise.kind', 'in', kinds)
    .where((eb) =>
      eb.or([
        eb('promise.owedBy', '=', person),
        // Ids are letters and digits: nothing in them is a wildcard, and the quotes keep one from being the beginning of another.
        eb(eb.ref('insightRequest.askedPeople').$castTo<string>(), 'like', `%"${person}"%`),
        eb(
          'insightRequest.id',
          'in',
          eb.selectFrom('insightReply').select('requestId').where('namedPerson', '=', person),
        ),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('insightReply')
            .select('insightReply.id')
            .whereRef('insightReply.requestId', '=', 'insightRequest.id')
            .where('insightReply.person', '=', person)
            .whereRef('insightReply.at', '>=', 'promise.startedAt'),
        ),
      ),
    )
    .orderBy('promise.dueAt')
    .orderBy('promise.id')
    .execute();
  return rows.map(promiseFromRow);
}

/** As in the indexes, word for word. */
const IS_RUNNING = sql<SqlBool>`ended_at is null`;
const IS_TO_SOMEBODY = sql<SqlBool>`owed_to <> 'marketing' and owed_to <> 'sales'`;

function isOfNobody({ owedBy, kinds }: OwedFilter): boolean {
  return owedBy.length === 0 || kinds.length === 0;
}

function isOwed(eb: ExpressionBuilder<Schema, 'promise'>, filter: OwedFilter) {
  const { owedBy, kinds, withTests, quietUntil, dueBefore } = filter;
  return eb.and([
    eb('endedAt', 'is', null),
    eb('owedBy', 'in', owedBy),
    eb('kind', 'in', kinds),
    ...(withTests ? [] : [eb('isTest', '=', 0)]),
    ...(quietUntil === null ? [] : [eb('cycleAt', '<=', quietUntil)]),
    ...(dueBefore === null ? [] : [eb('dueAt', '<', dueBefore)]),
    ...kinds.flatMap((kind) => isNextOf(eb, kind)),
  ]);
}

/** What comes after something else is not asked for before that is done. */
function isNextOf(eb: ExpressionBuilder<Schema, 'promise'>, kind: PromiseKind) {
  const { after } = ruleOf(kind);
  if (after === null || !(after in PROMISE_KINDS)) return [];
  const earlier = eb
    .selectFrom('promise as earlier')
    .select('earlier.id')
    .whereRef('earlier.about', '=', 'promise.about')
    .where('earlier.kind', '=', after as PromiseKind)
    .where('earlier.endedAt', 'is', null);
  return [eb.or([eb('kind', '!=', kind), eb.not(eb.exists(earlier))])];
}

async function readRows(tx: Tx, keys: readonly Pick<TeamPromise, 'about' | 'id'>[]): Promise<TeamPromise[]> {
  const [first] = keys;
  if (!first) return [];
  const rows = await tx.sql
    .selectFrom('promise')
    .selectAll()
    .where((eb) => eb.or(keys.map(({ about, id }) => eb.and([eb('about', '=', about), eb('id', '=', id)]))))
    .execute();
  const found = new Map(rows.map((row) => [row.id, promiseFromRow(row)]));
  return keys.flatMap(({ id }) => found.get(id) ?? []);
}
