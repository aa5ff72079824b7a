import { type SqlBool, sql } from 'kysely';
import { z } from 'zod';
import type { Lead, LeadId, Qualification } from '../../domain/lead/lead.ts';
import { OUTCOME_KINDS } from '../../domain/reject-reason/reject-reason.ts';
import { withSpelled } from '../../domain/source/source.ts';
import { fromJson, fromMoneyColumns, toFlag, toJson, toMoneyColumns } from '../columns.ts';
import { prepared, preparedInsert } from '../prepared.ts';
import type { LeadRow } from '../schema.ts';
import { touchWeeks } from '../scorecard/touched.ts';
import { type Names, namesOf } from '../source/name-book.ts';
import type { Tx } from '../transaction.ts';

/**
 * Inserts those that are new and returns their ids. One whose (source, external id) is there already, perhaps since a moment ago in
 * another process, is left out.
 */
export async function insertLeads(tx: Tx, leads: readonly Lead[]): Promise<Set<LeadId>> {
  const inserted = await insertRows(tx, leads.map(toRow));
  await touchWeeks(
    tx,
    leads.map(({ receivedAt }) => receivedAt),
  );
  return new Set(inserted.map(({ id }) => id));
}

const insertRows = preparedInsert<'lead', LeadRow>('id', ({ sql: db, rows }) =>
  db
    .insertInto('lead')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['source', 'externalId']).doNothing()),
);

const selectLead = prepared<{ id: LeadId }, LeadRow>(({ sql: db, values }) =>
  db.selectFrom('lead').selectAll().where('id', '=', values.id),
);

export async function findLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  return leadFrom(tx, await selectLead(tx, { id }));
}

/** In the order in which they were asked for; one that is not there is left out. */
export async function findLeads(tx: Tx, ids: readonly LeadId[]): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql.selectFrom('lead').selectAll().where('id', 'in', ids).execute();
  const found = new Map((await leadsFromRows(tx, rows)).map((lead) => [lead.id, lead]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/**
 * For a use case that is about to move it: on PostgreSQL the row is locked until the end of the transaction, on SQLite the whole
 * database is ours already.
 */
export async function lockLead(tx: Tx, id: LeadId): Promise<Lead | null> {
  return leadFrom(tx, await selectForUpdate(tx, { id }));
}

const selectForUpdate = prepared<{ id: LeadId }, LeadRow>(({ sql: db, dialect, values }) => {
  const query = db.selectFrom('lead').selectAll().where('id', '=', values.id);
  return dialect === 'postgres' ? query.forUpdate() : query;
});

/** Resting leads whose day has come, the longest waiting first. Cost: those, by index. */
export async function findRestedLeadIds(tx: Tx, today: string, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('lead')
    .select('id')
    .where('restsUntil', '<=', today)
    .where('state', '=', 'resting')
    .orderBy('restsUntil')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Leads that somebody has to act on and that have a card, in the order of their ids. */
export async function findOpenLeadIds(
  tx: Tx,
  { after, limit }: { after: LeadId | null; limit: number },
): Promise<LeadId[]> {
  let query = tx.sql
    .selectFrom('lead')
    .select('id')
    // As in the index, word for word.
    .where(sql<SqlBool>`state in ('new', 'claimed')`)
    .where('cardChannel', 'is not', null);
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** In the order of their ids, so that two who lock several never wait for each other. */
export async function lockLeads(tx: Tx, ids: readonly LeadId[]): Promise<Lead[]> {
  if (ids.length === 0) return [];
  const query = tx.sql.selectFrom('lead').selectAll().where('id', 'in', ids).orderBy('id');
  const rows = await (tx.dialect === 'postgres' ? query.forUpdate() : query).execute();
  return leadsFromRows(tx, rows);
}

/**
 * Writes what has changed since it was read: SQLite writes each index that has a column which is named, changed or not, and the table has a
 * dozen. The version must be the one that was read, raised by one.
 */
export async function updateLead(tx: Tx, lead: Lead, before: Lead): Promise<void> {
  const changed = changedColumns(toRow(before), toRow(lead));
  const saved = await updateRow(tx, { ...changed, id: lead.id, readVersion: lead.version - 1 });
  if (saved.length !== 1) throw new Error(`Lead ${lead.id} was saved from a stale copy`);
  await touchWeeks(tx, [before.receivedAt, lead.receivedAt]);
}

type Changed = Partial<LeadRow> & { id: LeadId; readVersion: number };

const updateRow = prepared<Changed, { id: LeadId }>(({ sql: db, values: { id, readVersion, ...changed } }) =>
  db.updateTable('lead').set(changed).where('id', '=', id).where('version', '=', readVersion).returning('id'),
);

function changedColumns(before: LeadRow, after: LeadRow): Partial<LeadRow> {
  const columns = Object.keys(after) as (keyof LeadRow)[];
  return Object.fromEntries(
    columns.filter((column) => after[column] !== before[column]).map((column) => [column, after[column]]),
  );
}

function toRow({ keys, rejection, value, spelled, ...lead }: Lead): LeadRow {
  return {
    ...lead,
    source: (spelled ?? lead).source ?? '',
    campaign: (spelled ?? lead).campaign,
    fields: toJson(lead.fields),
    isTest: toFlag(lead.isTest),
    emailKey: keys.email,
    phoneKey: keys.phone,
    companyKey: keys.company,
    rejectReason: rejection?.reason ?? null,
    rejectDetail: rejection?.detail ?? null,
    rejectOutcome: rejection?.outcome ?? null,
    qualification: lead.qualification && toJson(lead.qualification),
    ...toMoneyColumns(value),
  };
}

/** For the other files of the store that read leads. */
export async function leadsFromRows(tx: Tx, rows: readonly LeadRow[]): Promise<Lead[]> {
  if (rows.length === 0) return [];
  const names = await namesOf(tx, rows);
  return rows.map((row) => leadFromRow(row, names));
}

export async function leadFrom(tx: Tx, [row]: readonly LeadRow[]): Promise<Lead | null> {
  const [lead = null] = row ? await leadsFromRows(tx, [row]) : [];
  return lead;
}

function leadFromRow(row: LeadRow, names: Names): Lead {
  const { emailKey, phoneKey, companyKey, valueMinor, currency, ...rest } = row;
  const { rejectReason, rejectDetail, rejectOutcome, nextNagAt: _, ...lead } = rest;
  return {
    ...lead,
    ...named(row, names),
    fields: fromJson(FieldsJson, row.fields),
    isTest: row.isTest === 1,
    keys: { email: emailKey, phone: phoneKey, company: companyKey },
    rejection: rejectReason ? { reason: rejectReason, detail: rejectDetail, outcome: rejectOutcome } : null,
    qualification: row.qualification && fromJson(QualificationJson, row.qualification),
    value: fromMoneyColumns({ valueMinor, currency }),
  };
}

function named(
  { source: text, campaign }: LeadRow,
  names: Names,
): Pick<Lead, 'source' | 'campaign' | 'spelled'> {
  const spelled = { source: text || null, campaign };
  return withSpelled({ source: names.source(spelled.source), campaign: names.campaign(spelled) }, spelled);
}

export const RejectionJson: z.ZodType<NonNullable<Lead['rejection']>, unknown> = z.object({
  reason: z.string(),
  detail: z.string().nullable(),
  outcome: z.enum(OUTCOME_KINDS).nullable().default(null),
});

/** Not a record of zod's, which would leave out a field that somebody has named `__proto__`. */
const FieldsJson = z.custom<Lead['fields']>(
  (stored) =>
    typeof stored === 'object' &&
    stored !== null &&
    Object.values(stored).every((each) => typeof each === 'string'),
);

export const QualificationJson: z.ZodType<Qualification> = z.object({
  definitionVersion: z.number(),
  met: z.array(z.string()),
  missed: z.array(z.string()),
  exception: z.string().nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: z.string().nullable(),
});
