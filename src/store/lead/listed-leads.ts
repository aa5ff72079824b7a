/** Leads that wait for something else than a promise: an open deal, the end of a snooze, marketing's mending. */
import { type SqlBool, sql } from 'kysely';
import type { LeadId } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Tx } from '../transaction.ts';

export interface FoundLeads {
  /** As many as were asked for. */
  ids: LeadId[];
  /** How many there are. */
  count: number;
}

/** Qualified and neither won nor lost, the oldest first. */
export function findDeals(tx: Tx, owner: PersonId, { now, limit }: Asked): Promise<FoundLeads> {
  const query = leads(tx)
    .where('owner', '=', owner)
    .where('state', '=', 'qualified')
    .where((eb) => eb.or([eb('snoozedUntil', 'is', null), eb('snoozedUntil', '<=', now)]));
  return found(query, 'claimedAt', limit);
}

/** The first to end its snooze first. */
export function findSnoozed(tx: Tx, owner: PersonId, { now, limit }: Asked): Promise<FoundLeads> {
  const query = leads(tx)
    .where('owner', '=', owner)
    .where('state', 'in', ['claimed', 'qualified'])
    .where('snoozedUntil', '>', now);
  return found(query, 'snoozedUntil', limit);
}

/** Sent back to marketing for better contact data or another contact, the longest waiting first. */
export function findReturned(tx: Tx, limit: number): Promise<FoundLeads> {
  return found(leads(tx).where(IS_RETURNED), 'verdictAt', limit);
}

/** As in the index, word for word. */
const IS_RETURNED = sql<SqlBool>`state = 'returned'`;

interface Asked {
  now: number;
  limit: number;
}

function leads(tx: Tx) {
  return tx.sql.selectFrom('lead');
}

async function found(
  query: ReturnType<typeof leads>,
  order: 'claimedAt' | 'snoozedUntil' | 'verdictAt',
  limit: number,
): Promise<FoundLeads> {
  const rows = await query.select('id').orderBy(order).limit(limit).execute();
  if (rows.length < limit) return { ids: rows.map(({ id }) => id), count: rows.length };
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { ids: rows.map(({ id }) => id), count: Number(all?.count) };
}
