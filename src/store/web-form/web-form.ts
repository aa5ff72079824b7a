/** The rows of web forms, and which leads came by each. */
import { z } from 'zod';
import type { LeadId } from '../../domain/lead/lead.ts';
import {
  ASKED_FOR,
  MEANINGS,
  type Meanings,
  type Question,
  type WebForm,
  type WebFormId,
} from '../../domain/web-form/web-form.ts';
import { fromJson, toJson } from '../columns.ts';
import type { WebFormRow } from '../schema.ts';
import { assertTransaction, type Tx } from '../transaction.ts';

export async function insertWebForm(tx: Tx, form: WebForm, keyHash: string): Promise<void> {
  assertTransaction(tx);
  await tx.sql.insertInto('webForm').values(toRow(form, keyHash)).execute();
}

/** One that came at this very moment stays as it is. */
export async function insertVendorForm(tx: Tx, form: WebForm, keyHash: string): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('webForm')
    .values(toRow(form, keyHash))
    .onConflict((conflict) => conflict.column('keyHash').doNothing())
    .execute();
}

function toRow({ questions, meanings, ...rest }: WebForm, keyHash: string): WebFormRow {
  return { ...rest, keyHash, questions: toJson(questions), meanings: toJson(meanings) };
}

/** Removed or not. */
export async function findWebFormByKey(tx: Tx, keyHash: string): Promise<WebForm | null> {
  const row = await tx.sql
    .selectFrom('webForm')
    .selectAll()
    .where('keyHash', '=', keyHash)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Until the end of the transaction nobody else takes in a submission of it or changes it. */
export function lockWebForm(tx: Tx, id: WebFormId): Promise<WebForm | null> {
  return selectLocked(tx, 'id', id);
}

/** The same by what it is known by. */
export function lockWebFormByKey(tx: Tx, keyHash: string): Promise<WebForm | null> {
  return selectLocked(tx, 'keyHash', keyHash);
}

async function selectLocked(tx: Tx, column: 'id' | 'keyHash', value: string): Promise<WebForm | null> {
  assertTransaction(tx);
  const query = tx.sql
    .selectFrom('webForm')
    .selectAll()
    .where(column, '=', value as WebFormId);
  const row = await (tx.dialect === 'postgres' ? query.forUpdate() : query).executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function findMeaningsByKey(tx: Tx, keys: readonly string[]): Promise<Map<string, Meanings>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom('webForm')
    .select(['keyHash', 'meanings'])
    .where('keyHash', 'in', [...new Set(keys)])
    .execute();
  return new Map(rows.map(({ keyHash, meanings }) => [keyHash, fromJson(MeaningsJson, meanings)]));
}

/** Without those that were removed, by name. */
export async function listWebForms(tx: Tx): Promise<WebForm[]> {
  const rows = await tx.sql
    .selectFrom('webForm')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

interface WebFormChanges {
  name?: string;
  source?: string;
  keyHash?: string;
  signing?: string | null;
  removedAt?: number;
  toldAt?: number;
  questions?: readonly Question[];
  meanings?: Meanings;
}

export async function updateWebForm(
  tx: Tx,
  id: WebFormId,
  { questions, meanings, ...rest }: WebFormChanges,
): Promise<void> {
  assertTransaction(tx);
  const changes = {
    ...rest,
    ...(questions && { questions: toJson(questions) }),
    ...(meanings && { meanings: toJson(meanings) }),
  };
  await tx.sql.updateTable('webForm').set(changes).where('id', '=', id).execute();
}

export interface SubmissionCount {
  formId: WebFormId;
  leads: number;
  lastAt: number;
}

export async function countSubmissions(tx: Tx): Promise<Map<WebFormId, SubmissionCount>> {
  const rows = await tx.sql
    .selectFrom('webFormLead')
    .select((eb) => ['formId', eb.fn.countAll<number>().as('leads'), eb.fn.max('at').as('lastAt')])
    .groupBy('formId')
    .execute();
  return new Map(
    rows.map((row) => [row.formId, { ...row, leads: Number(row.leads), lastAt: Number(row.lastAt) }]),
  );
}

interface Submission {
  formId: WebFormId;
  bodyHash: string;
}

/** The lead of the very same submission since then. */
export async function findSameSubmission(
  tx: Tx,
  { formId, bodyHash }: Submission,
  since: number,
): Promise<LeadId | null> {
  const row = await tx.sql
    .selectFrom('webFormLead')
    .select('leadId')
    .where('formId', '=', formId)
    .where('at', '>=', since)
    .where('bodyHash', '=', bodyHash)
    .executeTakeFirst();
  return row?.leadId ?? null;
}

export async function upsertSubmission(
  tx: Tx,
  { formId, bodyHash, leadId, at }: Submission & { leadId: LeadId; at: number },
): Promise<void> {
  assertTransaction(tx);
  await tx.sql
    .insertInto('webFormLead')
    .values({ formId, leadId, at, bodyHash })
    .onConflict((conflict) => conflict.columns(['formId', 'leadId']).doUpdateSet({ at, bodyHash }))
    .execute();
}

/** Of what was sent of this lead last; null: it did not come by this form. */
export async function findBodyHash(tx: Tx, formId: WebFormId, leadId: LeadId): Promise<string | null> {
  const row = await tx.sql
    .selectFrom('webFormLead')
    .select('bodyHash')
    .where('formId', '=', formId)
    .where('leadId', '=', leadId)
    .executeTakeFirst();
  return row?.bodyHash ?? null;
}

/** The latest first, without those that went into another one. */
export async function listLeadsOfForm(tx: Tx, formId: WebFormId, limit: number): Promise<LeadId[]> {
  const rows = await tx.sql
    .selectFrom('webFormLead')
    .innerJoin('lead', 'lead.id', 'webFormLead.leadId')
    .select('webFormLead.leadId')
    .where('webFormLead.formId', '=', formId)
    .where('lead.mergedInto', 'is', null)
    .orderBy('webFormLead.at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ leadId }) => leadId);
}

const QuestionsJson: z.ZodType<readonly Question[]> = z.array(
  z.object({ label: z.string(), read: z.enum(ASKED_FOR).nullable(), isNoise: z.boolean() }),
);

const MeaningsJson: z.ZodType<Meanings> = z.record(z.string(), z.enum(MEANINGS));

function fromRow({ keyHash: _, questions, meanings, ...row }: WebFormRow): WebForm {
  return {
    ...row,
    questions: fromJson(QuestionsJson, questions),
    meanings: fromJson(MeaningsJson, meanings),
  };
}
