/** Leads that no promise is about: an open deal, the end of a snooze, what was rejected lately or sent back. */
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
export function findDeals(tx: Tx, owner: PersonId, { now, ...part }: Asked): Promise<FoundLeads> {
  const query = leads(tx)
    .where('owner', '=', owner)
    .where('state', '=', 'qualified')
    .where((eb) => eb.or([eb('snoozedUntil', 'is', null), eb('snoozedUntil', '<=', now)]));
  return found(query, 'claimedAt', part);
}

/** The first to end its snooze first. */
export function findSnoozed(tx: Tx, owner: PersonId, { now, ...part }: Asked): Promise<FoundLeads> {
  const query = leads(tx)
    .where('owner', '=', owner)
    .where('state', 'in', ['claimed', 'qualified'])
    .where('snoozedUntil', '>', now);
  return found(query, 'snoozedUntil', part);
}

/** Rejected since then, epoch ms, the last first; tests are left out. */
export function findRejected(tx: Tx, since: number, part: Part): Promise<FoundLeads> {
  const query = leads(tx).where(IS_REJECTED).where('verdictAt', '>=', since).where('isTest', '=', 0);
  return found(query, 'verdictAt', { ...part, isLastFirst: true });
}

/** Sent back to marketing for better contact data or another contact, the longest waiting first. */
export function findReturned(tx: Tx, limit: number): Promise<FoundLeads> {
  return found(leads(tx).where(IS_RETURNED), 'verdictAt', { limit });
}

/** As in the indexes, word for word. */
const IS_RETURNED = sql<SqlBool>`state = 'returned'`;
const IS_REJECTED = sql<SqlBool>`state in ('rejected', 'resting') and verdict_at is not null`;

interface Part {
  limit: number;
  offset?: number;
}

interface Asked extends Part {
  now: number;
}

function leads(tx: Tx) {
  return tx.sql.selectFrom('lead');
}

async function found(
  query: ReturnType<typeof leads>,
  order: 'claimedAt' | 'snoozedUntil' | 'verdictAt',
  { limit, offset = 0, isLastFirst = false }: Part & { isLastFirst?: boolean },
): Promise<FoundLeads> {
  const rows = await query
    .select('id')
    .orderBy(order, isLastFirst ? 'desc' : 'asc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  if (offset === 0 && rows.length < limit) return { ids: rows.map(({ id }) => id), count: rows.length };
  const all = await query.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirst();
  return { ids: rows.map(({ id }) => id), count: Number(all?.count) };
}
