/** Ids of a vendor that are one person. */
import { sql } from 'kysely';
import type { MergedIds } from '../../domain/delivery/merged-ids.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** Until the end of the transaction nobody else learns of merged ids, or takes in whom a vendor names by one. */
export async function lockMergedIds(tx: Tx): Promise<void> {
  assertTransaction(tx);
  if (tx.dialect === 'postgres')
    await sql`select pg_advisory_xact_lock(hashtext('merged_ids'))`.execute(tx.sql);
}

/** All ids of the person, those of earlier merges too. Null: it is no news. */
export async function recordMergedIds(tx: Tx, { source, ids }: MergedIds): Promise<string[] | null> {
  assertTransaction(tx);
  const known = await tx.sql
    .selectFrom('mergedId')
    .select(['externalId', 'family'])
    .where('source', '=', source)
    .where('externalId', 'in', ids)
    .execute();
  const families = [...new Set(known.map(({ family }) => family))];
  const fresh = ids.filter((id) => !known.some(({ externalId }) => externalId === id));
  const family = families[0] ?? fresh[0];
  if (family === undefined || (fresh.length === 0 && families.length === 1)) return null;
  if (families.length > 1)
    await tx.sql
      .updateTable('mergedId')
      .set({ family })
      .where('source', '=', source)
      .where('family', 'in', families)
      .execute();
  if (fresh.length > 0)
    await tx.sql
      .insertInto('mergedId')
      .values(fresh.map((externalId) => ({ source, externalId, family })))
      .execute();
  return listFamily(tx, source, family);
}

async function listFamily(tx: Tx, source: string, family: string): Promise<string[]> {
  const rows = await tx.sql
    .selectFrom('mergedId')
    .select('externalId')
    .where('source', '=', source)
    .where('family', '=', family)
    .orderBy('externalId')
    .execute();
  return rows.map(({ externalId }) => externalId);
}
