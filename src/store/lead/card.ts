import type { Lead, LeadId } from '../../domain/lead/lead.ts';
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

/** Where their cards stand from now on. No move of theirs: their versions stay. */
export async function updateCardChannel(tx: Tx, ids: readonly LeadId[], cardChannel: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql.updateTable('lead').set({ cardChannel }).where('id', 'in', ids).execute();
}

/** Reads all leads: a channel changes its id once in years. */
export async function renameCardChannel(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql.updateTable('lead').set({ cardChannel: to }).where('cardChannel', '=', from).execute();
}
