/** New leads that wait in the channel to be claimed, by when they could first be seen. Found by the index lead_unclaimed, counted from it alone. */
import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { LeadId, Priority } from '../../domain/lead/lead.ts';
import type { Schema } from '../schema.ts';
import type { Tx } from '../transaction.ts';

export interface UnclaimedFilter {
  priority: Priority;
  /** Epoch ms: a lead that is snoozed now is quiet. */
  now: number;
  /** Null: all of them. */
  seenBy: number | null;
}

export async function findUnclaimedIds(tx: Tx, slot: UnclaimedFilter, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where((eb) => isIn(eb, slot))
    .orderBy(SEEN_SINCE)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** From which source how many; the key of a blank one is the empty string. */
export async function countUnclaimedBySource(tx: Tx, slot: UnclaimedFilter): Promise<Map<string, number>> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => ['source', eb.fn.countAll<number>().as('count')])
    .where((eb) => isIn(eb, slot))
    .groupBy('source')
    .execute();
  return new Map(rows.map((row) => [row.source, Number(row.count)]));
}

/** As in the index, word for word: handed in as a value, the state would not have SQLite take it. */
const IS_NEW = sql<SqlBool>`state = 'new'`;
const SEEN_SINCE = sql<number>`coalesce(open_since, case when received_at > created_at then received_at else created_at end)`;

function isIn(eb: ExpressionBuilder<Schema, 'lead'>, { priority, now, seenBy }: UnclaimedFilter) {
  return eb.and([
    IS_NEW,
    eb('priority', '=', priority),
    eb('cardChannel', 'is not', null),
    eb('isTest', '=', 0),
    eb.or([eb('snoozedUntil', 'is', null), eb('snoozedUntil', '<=', now)]),
    ...(seenBy === null ? [] : [eb(SEEN_SINCE, '<=', seenBy)]),
  ]);
}
