/** The history of leads: append-only, each move with the life that the lead had before it. */
import { z } from 'zod';
import { type LeadId, type LeadLife, lifeOf, NEW_LIFE } from '../../domain/lead/lead.ts';
import type { LeadEvent, LeadEventKind } from '../../domain/lead/lead-event.ts';
import { fromJson, MoneyJson, toJson } from '../columns.ts';
import { preparedInsert } from '../prepared.ts';
import type { LeadEventRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { QualificationJson, RejectionJson } from './lead.ts';
import { readEventData } from './lead-event-data.ts';

export type RecordedEvent<Kind extends LeadEventKind = LeadEventKind> = LeadEvent<Kind> & {
  id: string;
  leadId: LeadId;
  /** Null for what was no move: its arrival, or being found to have come back. */
  before: LeadLife | null;
};

export async function insertLeadEvents(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const rows = events.map(({ data, before, ...event }) => ({
    ...event,
    data: toJson(data),
    before: before && toJson(before),
  }));
  await insertRows(tx, rows);
}

const insertRows = preparedInsert<'leadEvent', LeadEventRow>(null, ({ sql, rows }) =>
  sql.insertInto('leadEvent').values(rows),
);

export async function findLeadEvent(tx: Tx, id: string): Promise<RecordedEvent | null> {
  const row = await tx.sql.selectFrom('leadEvent').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** In the order in which it was recorded. */
export async function listLeadEvents(tx: Tx, leadId: LeadId): Promise<RecordedEvent[]> {
  const rows = await tx.sql
    .selectFrom('leadEvent')
    .selectAll()
    .where('leadId', '=', leadId)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** The newest move of the lead. What was no move, such as its being found again, stands in no one's way. */
export async function findLastMove(tx: Tx, leadId: LeadId): Promise<RecordedEvent | null> {
  const row = await tx.sql
    .selectFrom('leadEvent')
    .selectAll()
    .where('leadId', '=', leadId)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

function fromRow(row: LeadEventRow): RecordedEvent {
  const told = readEventData(row.kind, row.data);
  return { ...row, ...told, before: row.before && fromJson(LifeJson, row.before) };
}

/** A field that a later version has added is not in an old row: the lead had nothing in it then. */
const LifeJson: z.ZodType<LeadLife, unknown> = z
  .object({
    rejection: RejectionJson.nullable().default(null),
    qualification: QualificationJson.nullable().default(null),
    value: MoneyJson.nullable().default(null),
  })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .transform((stored) => lifeOf({ ...NEW_LIFE, ...stored }));
