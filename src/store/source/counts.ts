import type { Spelled } from '../../domain/source/source.ts';
import type { Tx } from '../transaction.ts';

export interface SpelledCount extends Spelled {
  leads: number;
}

/** Leads that arrived since then, by the texts that they are stored with; tests and merged ones are left out. Cost: one step a lead. */
export async function countBySpelling(tx: Tx, since: number): Promise<SpelledCount[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => ['source', 'campaign', eb.fn.countAll<number>().as('leads')])
    .where('receivedAt', '>=', since)
    .where('isTest', '=', 0)
    .where('state', '!=', 'merged')
    .groupBy(['source', 'campaign'])
    .execute();
  return rows.map((row) => ({ ...row, source: row.source || null, leads: Number(row.leads) }));
}
