/** The rows of deals. */
import type { Deal } from '../../domain/deal/deal.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { assertTransaction, type Tx } from '../transaction.ts';
import type { DealRow } from './deal-row.ts';

type DealKey = Pick<Deal, 'vendor' | 'id'>;

export async function findDeal(tx: Tx, { vendor, id }: DealKey): Promise<Deal | null> {
  const row = await tx.sql
    .selectFrom('deal')
    .selectAll()
    .where('vendor', '=', vendor)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function upsertDeal(tx: Tx, { value, ...deal }: Deal): Promise<void> {
  assertTransaction(tx);
  const row = { ...deal, valueMinor: value?.minor ?? null, currency: value?.currency ?? null };
  await tx.sql
    .insertInto('deal')
    .values(row)
    .onConflict((conflict) => conflict.columns(['vendor', 'id']).doUpdateSet(row))
    .execute();
}

export async function deleteDeal(tx: Tx, { vendor, id }: DealKey): Promise<void> {
  assertTransaction(tx);
  await tx.sql.deleteFrom('deal').where('vendor', '=', vendor).where('id', '=', id).execute();
}

/** Also those of leads that went into it. */
export async function listDealsOf(tx: Tx, leadId: LeadId): Promise<Deal[]> {
  const rows = await tx.sql
    .selectFrom('deal')
    .innerJoin('lead', 'lead.id', 'deal.leadId')
    .selectAll('deal')
    .where((eb) => eb.or([eb('lead.id', '=', leadId), eb('lead.mergedInto', '=', leadId)]))
    .orderBy('deal.id')
    .execute();
  return rows.map(fromRow);
}

function fromRow({ valueMinor, currency, ...row }: DealRow): Deal {
  const value = valueMinor === null || currency === null ? null : { minor: valueMinor, currency };
  return { ...row, value };
}
