import { type Definition, FIRST_DEFINITION } from '../../domain/definition/definition.ts';
import { fromJson } from '../columns.ts';
import type { Tx } from '../transaction.ts';
import { CriteriaJson } from './criteria-json.ts';

/** The newest that both sides have signed, or the one that a new team starts with. */
export async function loadDefinition(tx: Tx): Promise<Definition> {
  const row = await tx.sql
    .selectFrom('definition')
    .selectAll()
    .where('signedAt', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.signedAt || !row.signedByMarketing || !row.signedBySales) return FIRST_DEFINITION;
  return {
    version: row.version,
    criteria: fromJson(CriteriaJson, row.criteria),
    signed: { marketing: row.signedByMarketing, sales: row.signedBySales, at: row.signedAt },
  };
}
