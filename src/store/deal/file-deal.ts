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
    if (state === ELSEWHERE) deals.delete(id);
    else deals.set(id, { id, state, value, at, reason });
    last.set(mergedInto ?? leadId, deals);
  }
  return new Map([...last].map(([leadId, deals]) => [leadId, [...deals.values()]]));
}

/** A version that says that the deal is of another lead now. */
const ELSEWHERE = 'elsewhere' as const;

/** Of each of these ids the leads that it may be of. */
export async function findLeadsOfFileDeals(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Set<LeadId>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('fileDeal')
    .innerJoin('lead', 'lead.id', 'fileDeal.leadId')
    .select(['fileDeal.id', 'fileDeal.leadId', 'lead.mergedInto'])
    .where('fileDeal.id', 'in', [...ids])
    .execute();
  const found = new Map<string, Set<LeadId>>();
  for (const { id, leadId, mergedInto } of rows)
    found.set(id, (found.get(id) ?? new Set()).add(mergedInto ?? leadId));
  return found;
}

/** What an import keeps of one lead. `gone`: deals that are of other leads now. */
export interface KeptDeals {
  importId: ImportId;
  leadId: LeadId;
  deals: readonly FileDeal[];
  gone: readonly string[];
  now: number;
}

/** One that is broken off and goes on tells of some of them again. */
export async function upsertFileDeals(
  tx: Tx,
  { importId, leadId, deals, gone, now }: KeptDeals,
): Promise<void> {
  assertTransaction(tx);
  const rows = deals.map(({ id, state, value, at, reason }) => ({
    ...{ leadId, importId, id, state, at, reason },
    ...{ valueMinor: value?.minor ?? null, currency: value?.currency ?? null },
  }));
  const away = gone.map((id) => ({
    ...{ leadId, importId, id, state: ELSEWHERE, at: now, reason: null },
    ...{ valueMinor: null, currency: null },
  }));
  await upsertRows(tx, [...rows, ...away]);
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
