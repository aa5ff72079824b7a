/**
 * Claimed leads whose promise runs, asked by when their promise started. Found by the indexes lead_of_owner and lead_claimed, and counted
 * from them alone; test/store/plans.test.ts holds that.
 */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { LeadId, Priority } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';

/** One promise with one target: within it, what started first is due first. */
export interface ClaimedFilter {
  promise: 'contact' | 'verdict';
  priority: Priority;
  owners: readonly PersonId[];
  withTests: boolean;
  /** Epoch ms: a lead that is snoozed now is quiet. */
  now: number;
}

/** Those that started first. `startedBy` leaves out what started later. */
export async function findClaimedIds(
  tx: Tx,
  slot: ClaimedFilter,
  { startedBy, limit }: { startedBy: number | null; limit: number },
): Promise<LeadId[]> {
  let query = tx.sql
    .selectFrom('lead')
    .select('id')
    .where((eb) => isIn(eb, slot));
  if (startedBy !== null) query = query.where('claimedAt', '<=', startedBy);
  const rows = await query.orderBy('claimedAt').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** How many started by each of the instants, the earlier first, and how many there are. */
export async function countClaimed(
  tx: Tx,
  slot: ClaimedFilter,
  [early, late]: readonly [number, number],
): Promise<{ early: number; late: number; all: number }> {
  const startedBy = (at: number) =>
    sql<number>`coalesce(sum(case when claimed_at <= ${at} then 1 else 0 end), 0)`;
  const row = await tx.sql
    .selectFrom('lead')
    .select((eb) => [
      startedBy(early).as('early'),
      startedBy(late).as('late'),
      eb.fn.countAll<number>().as('all'),
    ])
    .where((eb) => isIn(eb, slot))
    .executeTakeFirst();
  return { early: Number(row?.early), late: Number(row?.late), all: Number(row?.all) };
}

/** Everybody who holds a claimed lead. */
export async function findOwnersOfClaimed(tx: Tx): Promise<PersonId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('owner')
    .distinct()
    .where(IS_CLAIMED)
    .orderBy('owner')
    .execute();
  return rows.flatMap(({ owner }) => owner ?? []);
}

/** Who holds how many of those that started by then. */
export async function countClaimedByOwner(
  tx: Tx,
  slot: ClaimedFilter,
  startedBy: number,
): Promise<Map<PersonId, number>> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => ['owner', eb.fn.countAll<number>().as('count')])
    .where((eb) => isIn(eb, slot))
    .where('claimedAt', '<=', startedBy)
    .groupBy('owner')
    .execute();
  return new Map(rows.flatMap(({ owner, count }) => (owner ? [[owner, Number(count)]] : [])));
}

/** As in the index, word for word: handed in as a value, the state would not have SQLite take it. */
const IS_CLAIMED = sql<SqlBool>`state = 'claimed'`;

function isIn(eb: ExpressionBuilder<Schema, 'lead'>, slot: ClaimedFilter) {
  const { promise, priority, owners, withTests, now } = slot;
  return eb.and([
    IS_CLAIMED,
    eb('priority', '=', priority),
    eb('contactedAt', promise === 'contact' ? 'is' : 'is not', null),
    eb.or([eb('snoozedUntil', 'is', null), eb('snoozedUntil', '<=', now)]),
    eb('owner', 'in', owners),
    ...(withTests ? [] : [eb('isTest', '=', 0)]),
  ]);
}
