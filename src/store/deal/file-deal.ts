/** The rows of deals that files told of: of each a version for each import that had it. */
import type { FileDeal } from '../../domain/deal/deal.ts';
import type { ImportId } from '../../domain/import/import.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { preparedInsert } from '../prepared.ts';
import type { Schema } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

/** As the last import has each of them, also those of leads that went into these. */
export async function listFileDeals(tx: Tx, leadIds: readonly LeadId[]): Promise<Map<LeadId, FileDeal[]>> {
  if (leadIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('fileDeal')
    .innerJoin('lead', 'lead.id', 'fileDeal.leadId')
    .selectAll('fileDeal')
    .select('lead.mergedInto')
    .where((eb) => eb.or([eb('lead.id', 'in', [...leadIds]), eb('lead.mergedInto', 'in', [...leadIds])]))
    // Ids of imports are in the order in which they began.
    .orderBy('fileDeal.importId')
    .execute();
  const last = new Map<LeadId, Map<string, FileDeal>>();
  for (const { leadId, mergedInto, id, state, valueMinor, currency, at, reason } of rows) {
    const deals = last.get(mergedInto ?? leadId) ?? new Map<string, FileDeal>();
    const value = valueMinor === null || currency === null ? null : { minor: valueMinor, currency };
    deals.set(id, { id, state, value, at, reason });
    last.set(mergedInto ?? leadId, deals);
  }
  return new Map([...last].map(([leadId, deals]) => [leadId, [...deals.values()]]));
}

/** One that is broken off and goes on tells of some of them again. */
export async function upsertFileDeals(
  tx: Tx,
  { importId, leadId, deals }: { importId: ImportId; leadId: LeadId; deals: readonly FileDeal[] },
): Promise<void> {
  assertTransaction(tx);
  const rows = deals.map(({ id, state, value, at, reason }) => ({
    ...{ leadId, importId, id, state, at, reason },
    ...{ valueMinor: value?.minor ?? null, currency: value?.currency ?? null },
  }));
  await upsertRows(tx, rows);
}

const upsertRows = preparedInsert<'fileDeal', Schema['fileDeal']>(null, ({ sql, rows }) =>
  sql
    .insertInto('fileDeal')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['leadId', 'id', 'importId']).doUpdateSet(({ ref }) => ({
        state: ref('excluded.state'),
        valueMinor: ref('excluded.valueMinor'),
        currency: ref('excluded.currency'),
        at: ref('excluded.at'),
        reason: ref('excluded.reason'),
      })),
    ),
);

/** Once it is taken back: those of leads whose outcome stays, since more has become of them, stay as well. */
export async function deleteFileDeals(tx: Tx, importId: ImportId): Promise<void> {
  assertTransaction(tx);
  const kept = tx.sql
    .selectFrom('importMade')
    .select('leadId')
    .where('importId', '=', importId)
    .where('goneAt', 'is', null);
  await tx.sql
    .deleteFrom('fileDeal')
    .where('importId', '=', importId)
    .where('leadId', 'not in', kept)
    .execute();
}
