import { isGiven, type Lead } from '../../../domain/lead/lead.ts';
import type { TeamPromise } from '../../../domain/promise/promise.ts';
import { DUPLICATE } from '../../../domain/reject-reason/reject-reason.ts';
import { type Actor, isPerson, type PersonId } from '../../../domain/team/actor.ts';
import { workingTime } from '../../../domain/time/working-time.ts';
import { sayDuration } from '../../../sentences/en/duration.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { sayWorkingTime } from '../../../sentences/en/working-time.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime, sayDay } from '../kit/times.ts';
import { type MatchedLeads, matchedName } from './match-lines.ts';
import { nextStepWords } from './next-step.ts';

export interface LeadCardScene {
  lead: Lead;
  /** The promise that somebody has to act on next. */
  promise: TeamPromise | null;
  /** Who hears of what is past its promise. */
  managers?: readonly PersonId[];
  /** The label of the reason it was rejected for. */
  reasonLabel: string | null;
  timezone: string;
  /** Whose turn it is for a new lead. */
  proposedTo?: PersonId | null;
  /** Of one that was given to its owner. */
  givenBy?: Giving | null;
  /** Other leads that may be the same. */
  matches?: MatchedLeads;
  now: number;
}

/** One line that says how it stands, and whether it is quiet; empty for a new lead, which speaks for itself. */
export function leadStatus(scene: LeadCardScene): string {
  return [standing(scene), quiet(scene)].filter(Boolean).join(' · ');
}

/** Everybody sees that nobody is reminded of it, and until when. */
function quiet({ lead: { snoozedUntil }, timezone, now }: LeadCardScene): string {
  if (snoozedUntil === null || snoozedUntil <= now) return '';
  return `:zzz: snoozed ${readerTime(snoozedUntil, timezone, 'until')}`;
}

function standing(scene: LeadCardScene): string {
  const { lead } = scene;
  switch (lead.state) {
    case 'new':
      return broken(scene) ?? (scene.proposedTo ? `Proposed: ${person(scene.proposedTo)}` : '');
    case 'claimed':
      return broken(scene) ?? claimed(scene);
    case 'qualified':
      return `:large_green_circle: Qualified by ${by(lead)}${amount(lead)}${nextStep(scene)}`;
    case 'rejected':
      return `:white_circle: Rejected by ${by(lead)}: ${why(scene)}${duplicateOf(scene)}`;
    case 'resting':
      return `:white_circle: Resting${until(lead)}, put to rest by ${by(lead)}: ${why(scene)}${back(lead)}`;
    case 'returned':
      return `:white_circle: Back with marketing, from ${by(lead)}: ${why(scene)}`;
    case 'won':
      return `:checkered_flag: Won${owner(lead)}${after(lead)}${amount(lead)}`;
    case 'lost':
      return `:white_circle: Lost${owner(lead)}${after(lead)}`;
    case 'merged':
      return `:white_circle: Merged into ${other(scene) ?? 'the lead that it turned out to be'}`;
    default:
      return lead.state satisfies never;
  }
}

/** Red, with since when, what was promised, and who knows: for everybody to see, until it moves. Null: it is in time. */
function broken(scene: LeadCardScene): string | null {
  const { promise, now, lead } = scene;
  if (!promise || now < promise.dueAt) return null;
  const whoHas = lead.owner ? person(lead.owner) : 'Somebody';
  const words = BROKEN[promise.kind]?.(scene, whoHas, promise);
  return words ? [`:red_circle: ${words}`, whoKnows(scene, promise)].filter(Boolean).join(' · ') : null;
}

type Broken = (scene: LeadCardScene, whoHas: string, promise: TeamPromise) => string;

const BROKEN: Partial<Record<TeamPromise['kind'], Broken>> = {
  claim: ({ timezone }, _whoHas, { startedAt, dueAt }) =>
    `Nobody has claimed it ${readerTime(startedAt, timezone, 'since')}; promised ${readerTime(dueAt, timezone, 'by')}`,
  take: ({ timezone }, whoHas, promise) =>
    `${whoHas} was given it ${readerTime(promise.startedAt, timezone, 'at')} and has not claimed it; ${promised(promise)}`,
  contact: ({ timezone }, whoHas, promise) =>
    `${whoHas} has it ${readerTime(promise.startedAt, timezone, 'since')}, no first contact; ${promised(promise)}`,
  verdict: ({ lead, timezone }, whoHas, promise) => {
    const contacted = lead.contactedAt && ` · ${readerTime(lead.contactedAt, timezone, 'contacted')}`;
    return `${whoHas}${contacted || ''}, no verdict; ${promised(promise)}`;
  },
};

function promised({ target, calendar }: TeamPromise): string {
  const time = workingTime(target, calendar);
  const isOne = 'minutes' in time ? time.minutes === 60 || time.minutes === 1 : time.days === 1;
  return `${sayWorkingTime(time)} ${isOne ? 'was' : 'were'} promised`;
}

function whoKnows({ managers = [], timezone }: LeadCardScene, { toldAt }: TeamPromise): string {
  if (toldAt === null || managers.length === 0) return '';
  const people = managers.map((id) => person(id)).join(', ');
  return `${people} ${managers.length === 1 ? 'knows' : 'know'} ${readerTime(toldAt, timezone, 'since')}`;
}

/** By whom, or by which turn, a lead was given to its owner. */
export interface Giving {
  by: Actor;
  /** The source or region of the rule. */
  what: string | null;
}

/** "Given to @ana by the rule for Webinar": it is not claimed. */
function given({ lead, givenBy }: LeadCardScene): string {
  const to = lead.owner ? person(lead.owner) : 'somebody';
  if (!givenBy) return `:large_yellow_circle: Given to ${to}`;
  const rule = givenBy.what ? ` by the rule for ${escapeText(givenBy.what)}` : ' in turn';
  const how = isPerson(givenBy.by) ? ` by ${person(givenBy.by)}` : rule;
  return `:large_yellow_circle: Given to ${to}${how}`;
}

function claimed({ lead, timezone, ...scene }: LeadCardScene): string {
  if (isGiven(lead)) return given({ lead, timezone, ...scene });
  const owner = lead.owner ? person(lead.owner) : 'Somebody';
  if (lead.contactedAt !== null) {
    return `:large_yellow_circle: ${owner} · ${readerTime(lead.contactedAt, timezone, 'contacted')}`;
  }
  const took = sayDuration((lead.claimedAt ?? lead.createdAt) - arrival(lead));
  return `:large_yellow_circle: ${owner} claimed this in ${took}`;
}

/** An import may have brought it long after it was made: nobody could claim it before. */
function arrival(lead: Lead): number {
  return Math.max(lead.receivedAt, lead.createdAt);
}

function by(lead: Lead): string {
  const judge = lead.verdictBy ? person(lead.verdictBy) : 'somebody';
  const isAnothers = lead.owner !== null && lead.verdictBy !== null && lead.owner !== lead.verdictBy;
  return isAnothers ? `${judge} · ${person(lead.owner ?? '')}’s lead` : judge;
}

function owner(lead: Lead): string {
  return lead.owner ? ` by ${person(lead.owner)}` : '';
}

function amount(lead: Lead): string {
  return lead.value ? ` · ${sayMoney(lead.value)}` : '';
}

function why({ lead, reasonLabel }: LeadCardScene): string {
  const label = escapeText(reasonLabel ?? lead.rejection?.reason ?? 'no reason given');
  const attempts = lead.rejection?.reason === 'unreachable' && lead.rejection.detail;
  const tried = attempts ? ` after ${attempts} ${attempts === '1' ? 'attempt' : 'attempts'}` : '';
  const note = lead.verdictNote ? ` (${escapeText(lead.verdictNote)})` : '';
  return `${label}${tried}${note}`;
}

function other({ matches }: LeadCardScene): string | null {
  return matches?.earlier ? matchedName(matches.earlier.lead) : null;
}

function duplicateOf(scene: LeadCardScene): string {
  const isDuplicate = scene.lead.rejection?.reason === DUPLICATE;
  return isDuplicate && other(scene) ? ` · the other one: ${other(scene)}` : '';
}

function until(lead: Lead): string {
  return lead.restsUntil ? ` until ${sayDay(lead.restsUntil)}` : '';
}

function back(lead: Lead): string {
  const { reason, outcome } = lead.rejection ?? {};
  const isPromised = outcome ? outcome === 'rests_until' : reason === 'bad_timing';
  return isPromised && lead.owner ? ` · back to ${person(lead.owner)} then` : '';
}

function nextStep({ lead, ...when }: LeadCardScene): string {
  const words = nextStepWords(lead, when);
  return words && ` · ${words}`;
}

/** "23 days after arrival"; a deal that is older than its lead says nothing. */
function after(lead: Lead): string {
  if (lead.closedAt === null || lead.closedAt <= lead.receivedAt) return '';
  return `, ${sayDuration(lead.closedAt - lead.receivedAt)} after arrival`;
}
