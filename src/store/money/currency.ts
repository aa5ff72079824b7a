import type { Tx } from '../transaction.ts';

/** Every currency in which a deal or a spend was recorded. Cost: the index of the one, the few rows of the other. */
export async function listCurrencies(tx: Tx): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('currency')
    .where('currency', 'is not', null)
    .union(tx.sql.selectFrom('spend').select('currency'))
    .execute();
  return rows.flatMap(({ currency }) => currency ?? []);
}
