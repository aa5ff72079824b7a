import type { Lead, LeadId } from '../../domain/lead/lead.ts';
import { touchWeeksOf } from '../scorecard/touched.ts';
import type { Tx } from '../transaction.ts';

export type CardAt = Pick<Lead, 'id' | 'cardChannel' | 'priority' | 'receivedAt'>;

interface Asked {
  /** Epoch ms. */
  since: number;
  /** The last that is known already. */
  after: CardAt | null;
  limit: number;
}

/** Leads that have a card or get one, in the order of their arrival. Cost: those, by index. */
export async function findCards(tx: Tx, { since, after, limit }: Asked): Promise<CardAt[]> {
  let query = tx.sql
    .selectFrom('lead')
    .select(['id', 'cardChannel', 'priority', 'receivedAt'])
    .where('receivedAt', '>=', after?.receivedAt ?? since)
    .where('cardChannel', 'is not', null);
  if (after)
    query = query.where((eb) => eb.or([eb('receivedAt', '>', after.receivedAt), eb('id', '>', after.id)]));
  return query.orderBy('receivedAt').orderBy('id').limit(limit).execute();
}

export interface EndedSnooze extends Pick<Lead, 'id' | 'cardChannel' | 'priority' | 'owner'> {
  /** Epoch ms. */
  endedAt: number;
}

/** Those that have ended by then, the first to end first; `after`: the last that is known already. Cost: those, by index. */
export async function findEndedSnoozes(
  tx: Tx,
  { after, until, limit }: { after: Pick<EndedSnooze, 'id' | 'endedAt'>; until: number; limit: number },
): Promise<EndedSnooze[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'cardChannel', 'priority', 'owner', 'snoozedUntil'])
    .where('snoozedUntil', '>=', after.endedAt)
    .where('snoozedUntil', '<=', until)
    .where((eb) => eb.or([eb('snoozedUntil', '>', after.endedAt), eb('id', '>', after.id)]))
    .orderBy('snoozedUntil')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ snoozedUntil, ...lead }) => ({ ...lead, endedAt: snoozedUntil ?? until }));
}

/** Open leads without a card that came by themselves or were entered by somebody, in the order of their ids. Reads all that have none: once. */
export async function findUnplacedLeadIds(
  tx: Tx,
  { after, limit }: { after: LeadId | null; limit: number },
): Promise<LeadId[]> {
  let query = tx.sql
    .selectFrom('lead')
    .select('lead.id')
    .where('state', 'in', ['new', 'claimed'])
    .where('cardChannel', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('leadEvent')
          .select('leadEvent.id')
          .whereRef('leadEvent.leadId', '=', 'lead.id')
          .where('leadEvent.kind', '=', 'received')
          .where('leadEvent.actor', '!=', 'import'),
      ),
    );
  if (after !== null) query = query.where('lead.id', '>', after);
  const rows = await query.orderBy('lead.id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Where their cards stand from now on. No move of theirs: their versions stay. */
export async function updateCardChannel(tx: Tx, ids: readonly LeadId[], cardChannel: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql.updateTable('lead').set({ cardChannel }).where('id', 'in', ids).execute();
  await touchWeeksOf(tx, ids);
}

/** Reads all leads: a channel changes its id once in years. */
export async function renameCardChannel(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql.updateTable('lead').set({ cardChannel: to }).where('cardChannel', '=', from).execute();
}
