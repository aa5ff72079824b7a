/** Leads that are to be as if they had never come: what an import brought by mistake. Nobody has worked on them, so nothing else names them. */
import type { LeadId } from '../../domain/lead/lead.ts';
import { touchWeeksOf } from '../scorecard/touched.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** With their history, their promises, and that somebody was found to have come back. */
export async function deleteLeads(tx: Tx, ids: readonly LeadId[]): Promise<void> {
  assertTransaction(tx);
  if (ids.length === 0) return;
  await touchWeeksOf(tx, ids);
  await tx.sql
    .deleteFrom('leadMatch')
    .where((eb) => eb.or([eb('leadId', 'in', [...ids]), eb('earlierId', 'in', [...ids])]))
    .execute();
  const nags = tx.sql
    .selectFrom('nag')
    .select('id')
    .where('leadId', 'in', [...ids]);
  await tx.sql.deleteFrom('nagReceipt').where('nagId', 'in', nags).execute();
  await tx.sql
    .deleteFrom('nag')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('promise')
    .where('about', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('rejectedLead')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('webFormLead')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('deal')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('fileDeal')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('leadEvent')
    .where('leadId', 'in', [...ids])
    .execute();
  await tx.sql
    .deleteFrom('lead')
    .where('id', 'in', [...ids])
    .execute();
}
