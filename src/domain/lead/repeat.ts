/**
 * A repeat: the same person has sent the same words again within minutes, because a form was submitted twice, or forty times, or by two tools
 * at once. It is one card: the repeat is merged into the first as it comes in, and counted there.
 *
 * Whatever it says beyond the first makes it a submission of its own: another number, another question, more urgent.
 *
 * Found by usecases/lead/find-matches. Shown by slack/views/lead/match-lines.
 */
import { DAY, MINUTE } from '../time/duration.ts';
import type { Lead, LeadFacts } from './lead.ts';
import type { LeadEvent, Move } from './lead-event.ts';

/** Since the last time that these words came. */
export const REPEATED_WITHIN = 10 * MINUTE;
/** A program that never ends gets a card a day. */
const COUNTED_FOR = DAY;

interface Said {
  /** The submission before it, perhaps a repeat itself. */
  last: Lead;
  /** The lead that stands for all of them. */
  first: Lead;
}

/** Of two with the same e-mail address or phone number. */
export function isRepeat(lead: Lead, { last, first }: Said): boolean {
  const isSoon = Math.abs(lead.receivedAt - last.receivedAt) <= REPEATED_WITHIN;
  const isCounted = Math.abs(lead.receivedAt - first.receivedAt) <= COUNTED_FOR;
  return isSoon && isCounted && saysNothingNew(lead, last);
}

const NAMED = [
  'name',
  'company',
  'title',
  'segment',
  'region',
  'companySize',
  'campaign',
  'reason',
] as const satisfies (keyof LeadFacts)[];

function saysNothingNew(lead: Lead, last: Lead): boolean {
  const isMoreUrgent = lead.priority === 'hot' && last.priority !== 'hot';
  if (isMoreUrgent || lead.isTest !== last.isTest) return false;
  const isSaid = NAMED.every((field) => isIn(lead[field], last[field]));
  if (!isSaid || !isIn(reach(lead, 'email'), reach(last, 'email'))) return false;
  if (!isIn(reach(lead, 'phone'), reach(last, 'phone')) || !isIn(lead.message, last.message)) return false;
  // Words tell that it is the same, whatever number a form gives each submission; without words the form and its answers have to.
  const saysWords = folded(lead.message) !== '';
  return saysWords || (lead.source === last.source && haveSameAnswers(lead, last));
}

function haveSameAnswers({ fields }: Lead, last: Lead): boolean {
  return Object.entries(fields).every(([name, value]) => isIn(value, last.fields[name]));
}

function reach({ keys, ...lead }: Lead, field: 'email' | 'phone'): string | null {
  return keys[field] ?? lead[field];
}

/** Left out, or the same. */
function isIn(said: string | null, before: string | null | undefined): boolean {
  return folded(said) === '' || folded(said) === folded(before);
}

function folded(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** As it comes in: no card, and nobody promises anything about it. */
export function mergeOnArrival(lead: Lead, first: Lead, now: number): { merged: Move; counted: LeadEvent } {
  const event = { kind: 'merged', at: now, actor: 'tango' } as const;
  return {
    merged: {
      lead: { ...lead, state: 'merged', mergedInto: first.id, cardChannel: null },
      event: { ...event, data: { into: first.id, note: null } },
    },
    counted: { ...event, data: { from: lead.id } },
  };
}
