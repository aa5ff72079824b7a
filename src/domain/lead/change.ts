/**
 * What a vendor tells of a lead later: its meeting was moved, cancelled or missed, the person is called otherwise now, or is not there any more. No
 * move of the team's: nothing is claimed, judged or undone by it.
 */
import type { Lead } from './lead.ts';
import {
  CHANGEABLE,
  type ChangeableFact,
  type ChangedFact,
  type LeadEventData,
  type MeetingNews,
  type Move,
  type PresenceNews,
} from './lead-event.ts';
import type { LeadInput } from './receive.ts';

export type LeadChange = MeetingChange | PresenceChange | FactsChange;

interface MeetingChange {
  what: MeetingNews;
  /** As it would be received now. */
  told: LeadInput;
  /** When the meeting is, epoch ms. */
  meetingAt: number | null;
  /** In the words of whoever cancelled. */
  note: string | null;
}

interface PresenceChange {
  what: PresenceNews;
  /** No more than what it is found by. */
  told: LeadInput;
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
export const MEETING_MISSED = 'Meeting missed';
/** How the vendor's own record of the person ended. */
export const GONE_THERE = 'Deleted in the CRM';

/** Null: it is known already. */
export function change(lead: Lead, told: LeadChange, now: number): Move | null {
  if (told.what === 'facts_changed') return changeFacts(lead, told, now);
  const { what, meetingAt, note } = 'meetingAt' in told ? told : { ...told, meetingAt: null, note: null };
  const fields = 'meetingAt' in told ? afterMeeting(lead, told) : afterPresence(lead, told);
  if (JSON.stringify(fields) === JSON.stringify(lead.fields)) return null;
  return {
    lead: { ...lead, fields },
    event: { kind: 'changed_there', at: now, actor: 'api', data: { what, meetingAt, note } },
  };
}

function afterMeeting({ fields }: Lead, { what, told, note }: MeetingChange): Lead['fields'] {
  switch (what) {
    case 'meeting_moved':
      return { ...without(fields, [MEETING_CANCELLED, MEETING_MISSED]), ...told.fields };
    case 'meeting_cancelled':
      return { ...fields, [MEETING_CANCELLED]: note ?? 'yes' };
    case 'meeting_missed':
      return { ...fields, [MEETING_MISSED]: 'yes' };
    case 'meeting_not_missed':
      return without(fields, [MEETING_MISSED]);
  }
}

/** Deleted for good after it was deleted says more; the other way round nothing. */
function afterPresence({ fields }: Lead, { what }: PresenceChange): Lead['fields'] {
  if (what === 'restored_there') return without(fields, [GONE_THERE]);
  if (what === 'deleted_there' && Object.hasOwn(fields, GONE_THERE)) return fields;
  return { ...fields, [GONE_THERE]: what === 'erased_there' ? ERASED_THERE : 'yes' };
}

/** What stands there where the person asked for it. */
export const ERASED_THERE = 'for their privacy';

function without(fields: Lead['fields'], names: readonly string[]): Lead['fields'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
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
