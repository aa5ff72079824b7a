import { type Definition, FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import type { Tx } from '../transaction.ts';
import { parseCriteria } from './criteria-json.ts';

/** The newest that both sides have signed, or the one that a new team starts with. */
export async function loadDefinition(tx: Tx): Promise<Definition> {
  const row = await tx.sql
    .selectFrom('definition')
    .selectAll()
    .where('signed_at', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.signed_at || !row.signed_by_marketing || !row.signed_by_sales) return FIRST_DEFINITION;
  return {
    version: row.version,
    criteria: parseCriteria(row.criteria),
    signed: { marketing: row.signed_by_marketing, sales: row.signed_by_sales, at: row.signed_at },
  };
}
