import { sql } from 'kysely';
import { z } from 'zod';
import type { Lead, LeadId, LeadState, Priority, Qualification } from '../../domain/lead/lead.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { LeadRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';

/**
 * Inserts those that are new and returns their ids. One whose (source, external id) is there already, perhaps since a moment ago in
 * another process, is left out.
 */
export async function insertLeads(tx: Tx, leads: readonly Lead[]): Promise<Set<LeadId>> {
  const inserted = new Set<LeadId>();
  for (let from = 0; from < leads.length; from += ROWS_A_STATEMENT) {
    const rows = await tx.sql
      .insertInto('lead')
      .values(leads.slice(from, from + ROWS_A_STATEMENT).map(toRow))
      .onConflict((conflict) => conflict.columns(['source', 'external_id']).doNothing())
      .returning('id')
      .execute();
    for (const row of rows) inserted.add(row.id as LeadId);
  }
  return inserted;
}

/** SQLite binds at most 32,766 values in one statement, and a lead has some forty. */
const ROWS_A_STATEMENT = 500;

export async function findLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  const row = await tx.sql.selectFrom('lead').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? leadFromRow(row) : null;
}

/** In the order in which they were asked for; one that is not there is left out. */
export async function findLeads(tx: Tx, ids: readonly LeadId[]): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql.selectFrom('lead').selectAll().where('id', 'in', ids).execute();
  const found = new Map(rows.map((row) => [row.id, leadFromRow(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * For a use case that is about to move it: on PostgreSQL the row is locked until the end of the transaction, on SQLite the whole
 * database is ours already.
 */
export async function lockLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  const query = tx.sql.selectFrom('lead').selectAll().where('id', '=', id);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? leadFromRow(row) : null;
}

/** Each delivery's earlier self, keyed by `deliveryKey`. */
export async function findLeadsByDelivery(
  tx: Tx,
  deliveries: readonly { source: string | null; externalId: string }[],
): Promise<Map<string, LeadId>> {
  if (deliveries.length === 0) return new Map();
  const externalIds = [...new Set(deliveries.map((delivery) => delivery.externalId))];
  const rows = await tx.sql
    .selectFrom('lead')
    .select(['id', 'source', 'external_id'])
    .where('external_id', 'in', externalIds)
    .execute();
  return new Map(
    rows.map((row) => [deliveryKey(row.source || null, row.external_id ?? ''), row.id as LeadId]),
  );
}

export function deliveryKey(source: string | null, externalId: string): string {
  return JSON.stringify([source, externalId]);
}

/** Several when the same external id came from several sources. */
export async function findLeadIdsByExternalId(
  tx: Tx,
  externalId: string,
  source: string | null | undefined,
): Promise<LeadId[]> {
  let query = tx.sql.selectFrom('lead').select('id').where('external_id', '=', externalId);
  if (source !== undefined) query = query.where('source', '=', source ?? '');
  const rows = await query.limit(2).execute();
  return rows.map((row) => row.id as LeadId);
}

/** Leads whose next nag is due, the longest waiting first. Cost: the due ones, by index. */
export async function findLeadIdsToNag(tx: Tx, now: number, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where('next_nag_at', '<=', now)
    .orderBy('next_nag_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as LeadId);
}

/** Resting leads whose day has come, the longest waiting first. Cost: those, by index. */
export async function findRestedLeadIds(tx: Tx, today: string, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where('rests_until', '<=', today)
    // Hidden from the indexes that begin with the state: SQLite would take one and read all that rest.
    .where(sql<string>`state || ''`, '=', 'resting')
    .orderBy('rests_until')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as LeadId);
}

/** Leads that somebody has to act on and that have a card, in the order of their ids. */
export async function findOpenLeadIds(
  tx: Tx,
  { after, limit }: { after: LeadId | null; limit: number },
): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where('state', 'in', ['new', 'claimed'])
    .where('card_channel', 'is not', null)
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id as LeadId);
}

/** In the order of their ids, so that two who lock several never wait for each other. */
export async function lockLeads(tx: Tx, ids: readonly LeadId[]): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const query = tx.sql.selectFrom('lead').selectAll().where('id', 'in', ids).orderBy('id');
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return rows.map(leadFromRow);
}

/** Writes the whole row; the version must be the one that was read, raised by one. */
export async function updateLead(tx: Tx, lead: Lead): Promise<void> {
  const { id, ...values } = toRow(lead);
  const result = await tx.sql
    .updateTable('lead')
    .set(values)
    .where('id', '=', id)
    .where('version', '=', lead.version - 1)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`Lead ${id} was saved from a stale copy`);
}

function toRow(lead: Lead): LeadRow {
  return {
    id: lead.id,
    email_key: lead.keys.email,
    phone_key: lead.keys.phone,
    company_key: lead.keys.company,
    source: lead.source ?? '',
    external_id: lead.externalId,
    campaign: lead.campaign,
    name: lead.name,
    email: lead.email,
    phone: lead.phone,
    company: lead.company,
    title: lead.title,
    segment: lead.segment,
    region: lead.region,
    company_size: lead.companySize,
    message: lead.message,
    reason: lead.reason,
    priority: lead.priority,
    fields: JSON.stringify(lead.fields),
    is_test: lead.isTest ? 1 : 0,
    received_at: lead.receivedAt,
    created_at: lead.createdAt,
    ...lifeToRow(lead),
  };
}

function lifeToRow(lead: Lead) {
  return {
    state: lead.state,
    owner: lead.owner,
    claimed_at: lead.claimedAt,
    contacted_at: lead.contactedAt,
    verdict_at: lead.verdictAt,
    verdict_by: lead.verdictBy,
    closed_at: lead.closedAt,
    reject_reason: lead.rejection?.reason ?? null,
    reject_detail: lead.rejection?.detail ?? null,
    verdict_note: lead.verdictNote,
    qualification: lead.qualification ? JSON.stringify(lead.qualification) : null,
    value_minor: lead.value?.minor ?? null,
    currency: lead.value?.currency ?? null,
    rests_until: lead.restsUntil,
    snoozed_until: lead.snoozedUntil,
    merged_into: lead.mergedInto,
    active_at: lead.activeAt,
    open_since: lead.openSince,
    card_channel: lead.cardChannel,
    next_nag_at: lead.nextNagAt,
    version: lead.version,
  };
}

const Fields = z.record(z.string(), z.string());
export const QualificationJson: z.ZodType<Qualification> = z.object({
  definitionVersion: z.number(),
  met: z.array(z.string()),
  missed: z.array(z.string()),
  exception: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
});

/** For the other files of the store that read leads. */
export function leadFromRow(row: LeadRow): Lead {
  return {
    id: row.id as LeadId,
    keys: { email: row.email_key, phone: row.phone_key, company: row.company_key },
    source: row.source || null,
    externalId: row.external_id,
    campaign: row.campaign,
    name: row.name,
    email: row.email,
    phone: row.phone,
    company: row.company,
    title: row.title,
    segment: row.segment,
    region: row.region,
    companySize: row.company_size,
    message: row.message,
    reason: row.reason,
    priority: row.priority as Priority,
    fields: Fields.parse(JSON.parse(row.fields)),
    isTest: row.is_test === 1,
    receivedAt: row.received_at,
    createdAt: row.created_at,
    ...lifeFromRow(row),
  };
}

function lifeFromRow(row: LeadRow) {
  return {
    state: row.state as LeadState,
    owner: row.owner as PersonId | null,
    claimedAt: row.claimed_at,
    contactedAt: row.contacted_at,
    verdictAt: row.verdict_at,
    verdictBy: row.verdict_by as PersonId | null,
    closedAt: row.closed_at,
    rejection: row.reject_reason ? { reason: row.reject_reason, detail: row.reject_detail } : null,
    qualification: row.qualification ? QualificationJson.parse(JSON.parse(row.qualification)) : null,
    verdictNote: row.verdict_note,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minor: row.value_minor, currency: row.currency },
    restsUntil: row.rests_until,
    snoozedUntil: row.snoozed_until,
    mergedInto: row.merged_into as LeadId | null,
    activeAt: row.active_at,
    openSince: row.open_since,
    cardChannel: row.card_channel,
    nextNagAt: row.next_nag_at,
    version: row.version,
  };
}
