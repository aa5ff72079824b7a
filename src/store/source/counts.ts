import { sql } from 'kysely';
import type { Spelled } from '../../domain/source/source.ts';
import type { Tx } from '../transaction.ts';

export interface SpelledCount extends Spelled {
  leads: number;
}

/** Leads that arrived since then, by the texts that they are stored with; tests and merged ones are left out. Cost: one step a lead. */
export async function countBySpelling(tx: Tx, since: number): Promise<SpelledCount[]> {
  // Grouped by the column itself, SQLite walks the whole index of sources and ids instead of what arrived since then.
  const source = sql<string>`coalesce(source, '')`;
  const rows = await tx.sql
    .selectFrom('lead')
    .select((eb) => [source.as('source'), 'campaign', eb.fn.countAll<number>().as('leads')])
    .where('receivedAt', '>=', since)
    .where('isTest', '=', 0)
    .where('state', '!=', 'merged')
    .groupBy([source, 'campaign'])
    .execute();
  return rows.map((row) => ({ ...row, source: row.source || null, leads: Number(row.leads) }));
}
