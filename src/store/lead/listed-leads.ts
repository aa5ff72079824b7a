/** Leads that wait for something else than a promise: an open deal, the end of a snooze, marketing's mending. */
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
    .where((eb) => eb.or([eb('snoozed_until', 'is', null), eb('snoozed_until', '<=', now)]));
  return found(query, 'claimed_at', limit);
}

/** The first to end its snooze first. */
export function findSnoozed(tx: Tx, owner: PersonId, { now, limit }: Asked): Promise<FoundLeads> {
  const query = leads(tx)
    .where('owner', '=', owner)
    .where('state', 'in', ['claimed', 'qualified'])
    .where('snoozed_until', '>', now);
  return found(query, 'snoozed_until', limit);
}

/** Sent back to marketing for better contact data or another contact, the longest waiting first. */
export function findReturned(tx: Tx, limit: number): Promise<FoundLeads> {
  return found(leads(tx).where('state', '=', 'returned'), 'verdict_at', limit);
}

interface Asked {
  now: number;
  limit: number;
}

function leads(tx: Tx) {
  return tx.sql.selectFrom('lead');
}

async function found(
  query: ReturnType<typeof leads>,
  order: 'claimed_at' | 'snoozed_until' | 'verdict_at',
  limit: number,
): Promise<FoundLeads> {
  const rows = await query.select('id').orderBy(order).limit(limit).execute();
  if (rows.length < limit) return { ids: rows.map((row) => row.id as LeadId), count: rows.length };
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { ids: rows.map((row) => row.id as LeadId), count: Number(all?.count) };
}
