/**
 * What a vendor tells of a lead later: its meeting was moved or cancelled, the person is called otherwise now. No move of the team's: nothing is
 * claimed, judged or undone by it.
 */
import type { Lead } from './lead.ts';
import {
  CHANGEABLE,
  type ChangeableFact,
  type ChangedFact,
  type LeadEventData,
  type Move,
} from './lead-event.ts';
import type { LeadInput } from './receive.ts';

export type LeadChange = MeetingChange | FactsChange;

interface MeetingChange {
  what: 'meeting_moved' | 'meeting_cancelled';
  /** As it would be received now. */
  told: LeadInput;
  /** When the meeting is, epoch ms. */
  meetingAt: number | null;
  /** In the words of whoever cancelled. */
  note: string | null;
}

interface FactsChange {
  what: 'facts_changed';
  /** As it would be received now. */
  told: LeadInput;
  /** What is said to have changed: of the rest what we hold stays, somebody here may have mended it. */
  facts: readonly ChangeableFact[];
  /** The same of its other answers. */
  fields: readonly string[];
  /** What we do not know at all is taken over as well. */
  fills: boolean;
}

/** Kept with the lead, as its other answers are. */
export const MEETING_AT = 'Meeting at';
export const MEETING_CANCELLED = 'Meeting cancelled';

/** Null: it is known already. */
export function change(lead: Lead, told: LeadChange, now: number): Move | null {
  return told.what === 'facts_changed' ? changeFacts(lead, told, now) : changeMeeting(lead, told, now);
}

function changeMeeting(lead: Lead, { what, told, meetingAt, note }: MeetingChange, now: number): Move | null {
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

/** What has been emptied there stays as it is here: a number is not unlearned. */
function changeFacts(lead: Lead, change: FactsChange, now: number): Move | null {
  const { told } = change;
  const isMeant = (fact: ChangeableFact) =>
    change.facts.includes(fact) || (change.fills && lead[fact] === null);
  const facts = CHANGEABLE.filter((fact) => isMeant(fact) && told[fact] != null && told[fact] !== lead[fact]);
  const fields = Object.entries(told.fields ?? {}).filter(
    ([name, value]) =>
      (change.fields.includes(name) || (change.fills && !Object.hasOwn(lead.fields, name))) &&
      lead.fields[name] !== value,
  );
  if (facts.length === 0 && fields.length === 0) return null;
  const changed: ChangedFact[] = facts.map((fact) => ({ fact, was: lead[fact], is: told[fact] ?? '' }));
  const data: LeadEventData['changed_there'] = {
    ...{ what: 'facts_changed', meetingAt: null, note: null },
    facts: changed,
    fields: fields.map(([name]) => name),
  };
  return {
    lead: {
      ...lead,
      ...Object.fromEntries(changed.map(({ fact, is }) => [fact, is])),
      fields: { ...lead.fields, ...Object.fromEntries(fields) },
    },
    event: { kind: 'changed_there', at: now, actor: 'api', data },
  };
}
