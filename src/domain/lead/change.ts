/** What a vendor tells of a lead later: its meeting was moved or cancelled. No move of the team's: nothing is claimed, judged or undone by it. */
import type { Lead } from './lead.ts';
import type { ChangeWhat, Move } from './lead-event.ts';
import type { LeadInput } from './receive.ts';

export interface LeadChange {
  what: ChangeWhat;
  /** As it would be received now. */
  told: LeadInput;
  /** When the meeting is, epoch ms. */
  meetingAt: number | null;
  /** In the words of whoever cancelled. */
  note: string | null;
}

/** Kept with the lead, as its other answers are. */
export const MEETING_AT = 'Meeting at';
export const MEETING_CANCELLED = 'Meeting cancelled';

/** Null: it is known already. */
export function change(lead: Lead, { what, told, meetingAt, note }: LeadChange, now: number): Move | null {
  const { [MEETING_CANCELLED]: _, ...kept } = lead.fields;
  const fields =
    what === 'meeting_moved'
      ? { ...kept, ...told.fields }
      : { ...lead.fields, [MEETING_CANCELLED]: note ?? 'yes' };
  if (JSON.stringify(fields) === JSON.stringify(lead.fields)) return null;
  return {
    lead: { ...lead, fields },
    event: { kind: 'changed_there', at: now, actor: 'api', data: { what, meetingAt, note } },
  };
}
