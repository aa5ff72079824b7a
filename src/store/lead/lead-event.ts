/** The history of leads: append-only, each move with the life that the lead had before it. */
import { z } from 'zod';
import type { LeadEvent, LeadId, LeadLife } from '../../domain/lead/lead.ts';
import type { LeadState } from '../../domain/lead/lead-state.ts';
import type { Actor, PersonId } from '../../domain/team/actor.ts';
import type { LeadEventRow } from '../schema.ts';
import type { Tx } from '../transaction.ts';
import { QualificationJson } from './lead.ts';

export interface RecordedEvent extends LeadEvent {
  id: string;
  leadId: LeadId;
  /** Null for what was no move: its arrival, or being found to have come back. */
  before: LeadLife | null;
}

export async function insertLeadEvents(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ id, leadId, at, actor, kind, data, before }) => ({
    id,
    lead_id: leadId,
    at,
    actor,
    kind,
    data: JSON.stringify(data),
    before: before && JSON.stringify(before),
  }));
  await tx.sql.insertInto('lead_event').values(rows).execute();
}

export async function findLeadEvent(tx: Tx, id: string): Promise<RecordedEvent | null> {
  const row = await tx.sql.selectFrom('lead_event').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** In the order in which it was recorded. */
export async function listLeadEvents(tx: Tx, leadId: LeadId): Promise<RecordedEvent[]> {
  const rows = await tx.sql
    .selectFrom('lead_event')
    .selectAll()
    .where('lead_id', '=', leadId)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** The newest move of the lead, which undo would take back. What was no move, such as its being found again, stands in no one's way. */
export async function findLastMove(tx: Tx, leadId: LeadId): Promise<RecordedEvent | null> {
  const row = await tx.sql
    .selectFrom('lead_event')
    .selectAll()
    .where('lead_id', '=', leadId)
    .where('before', 'is not', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

const instant = z.number().nullable();
const person = z
  .string()
  .nullable()
  .transform((id) => id as PersonId | null);

const Life: z.ZodType<LeadLife, unknown> = z.object({
  state: z.string().transform((state) => state as LeadState),
  owner: person,
  claimedAt: instant,
  contactedAt: instant,
  verdictAt: instant,
  verdictBy: person,
  closedAt: instant,
  rejection: z.object({ reason: z.string(), detail: z.string().nullable() }).nullable(),
  qualification: QualificationJson.nullable(),
  verdictNote: z.string().nullable(),
  value: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  restsUntil: z.string().nullable(),
  openSince: instant,
  snoozedUntil: instant,
  mergedInto: z
    .string()
    .nullable()
    .transform((id) => id as LeadId | null),
});

const Data = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

function fromRow(row: LeadEventRow): RecordedEvent {
  return {
    id: row.id,
    leadId: row.lead_id as LeadId,
    at: row.at,
    actor: row.actor as Actor,
    kind: row.kind as LeadEvent['kind'],
    data: Data.parse(JSON.parse(row.data)),
    before: row.before === null ? null : Life.parse(JSON.parse(row.before)),
  };
}
