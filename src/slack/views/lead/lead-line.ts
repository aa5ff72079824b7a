import type { Lead } from '../../../domain/lead/lead.ts';
import type {
  FillableFact,
  LeadEvent,
  MendableField,
  RightPerson,
  TurnReason,
} from '../../../domain/lead/lead-event.ts';
import type { Money } from '../../../domain/money/money.ts';
import { isPerson, type PersonId } from '../../../domain/team/actor.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayDuration } from '../../../sentences/en/duration.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { sayTurn } from '../../../sentences/en/routing.ts';
import { sayWorkingTime } from '../../../sentences/en/working-time.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { readerTime, sayDay, teamTime } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';

interface LeadLineScene {
  lead: Pick<Lead, 'receivedAt' | 'createdAt'>;
  event: LeadEvent;
  reasonLabel: string | null;
  timezone: string;
  /** Whose lead it was when it happened. */
  ownerThen?: PersonId | null;
}

/** What happened, as a line in the card's thread: "14:19 · @ana claimed it, 4 minutes after it arrived." */
export function leadLine(scene: LeadLineScene): MessageView {
  const what = eventSentence(scene);
  return {
    text: `${teamTime(scene.event.at, scene.timezone)}: ${withoutDateMarkup(what)}`,
    blocks: [section(`${readerTime(scene.event.at, scene.timezone)} · ${what}`)],
  };
}

/** Notifications show text as it is: of a date's markup only what stands in for it. */
function withoutDateMarkup(text: string): string {
  return text.replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1');
}

export function eventSentence(scene: LeadLineScene): string {
  const { event } = scene;
  const who = isPerson(event.actor) ? person(event.actor) : NAMES[event.actor];
  switch (event.kind) {
    case 'received':
      return isPerson(event.actor) ? `${who} noted it down.` : 'It arrived.';
    case 'claimed':
      return `${who} claimed it, ${sayDuration(sinceArrival(scene))} after it arrived.`;
    case 'contacted':
      return `${who} made the first contact, ${sayDuration(sinceArrival(scene))} after it arrived.`;
    case 'qualified':
      return `${who} qualified it${amount(event.data.value)}.${whose(scene)}${exception(event)}${note(event.data)}`;
    case 'rejected':
      return `${who} rejected it: ${escapeText(scene.reasonLabel ?? event.data.reason)}.${whose(scene)}${rightPerson(event.data.right)}${note(event.data)}`;
    case 'won':
      return `${who} marked it as won${amount(event.data.value)}${on(event.data)}.`;
    case 'lost':
      return `${who} marked it as lost${on(event.data)}${event.data.reason ? `: ${escapeText(event.data.reason.replace(/\.$/, ''))}` : ''}.`;
    case 'released':
      return `${who} gave it back to the channel${whyBack(event)}.`;
    case 'undone':
      return tookBack(who, event);
    case 'assigned':
      return `${who} assigned it to ${assignee(event)}.${note(event.data)}`;
    case 'proposed':
      return `Proposed: ${turn(event.data.to, event.data.turn)}.`;
    case 'left_open':
      return `First come, first served: ${turn(null, event.data.turn)}.`;
    case 'handed_over':
      return `${who} handed it over to ${person(event.data.to)}.${note(event.data)}`;
    case 'snoozed':
      return `${who} wants no reminder ${readerTime(event.data.until, scene.timezone, 'before')}.`;
    case 'woken':
      return `${who} ended the snooze: reminders go on.`;
    case 'reopened':
      return `${who} reopened it.`;
    case 'came_off_rest':
      return event.data.to
        ? `Its rest is over: back to ${person(event.data.to)}.`
        : 'Its rest is over: it is new again.';
    case 'mended':
      return `${who} mended it${mendedWords(event)}. It is new again.`;
    case 'changed_there':
      return changedThere(event, scene.timezone);
    case 'came_back':
      return event.data.by === 'company'
        ? 'Somebody else from the company wrote.'
        : 'The same person wrote again.';
    case 'merged':
      return mergedSentence(event, who);
    case 'split':
      return `${who} took the two apart again: they are two leads.`;
    case 'kept_apart':
      return `${who} keeps it apart from the one that looked the same.`;
    default:
      return event satisfies never;
  }
}

function tookBack(who: string, { data }: LeadEvent<'undone'>): string {
  return `${who} took back ${UNDONE[data.move] ?? 'the last move'}.`;
}

const UNDONE: Partial<Record<LeadEvent['kind'], string>> = {
  claimed: 'the claim',
  contacted: 'the first contact',
  qualified: 'the verdict',
  rejected: 'the verdict',
  won: 'the outcome',
  lost: 'the outcome',
  released: 'the release',
  handed_over: 'the hand-over',
  assigned: 'the assignment',
  snoozed: 'the snooze',
  woken: 'the end of the snooze',
  reopened: 'the reopening',
  merged: 'the merge',
  changed_there: 'what an import had filled in',
};

const NAMES = { tango: 'Tango', api: 'The CRM', import: 'An import' } as const;

function assignee({ data }: LeadEvent<'assigned'>): string {
  return data.turn ? turn(data.to, data.turn) : person(data.to);
}

/** Whose turn it was, and why. */
function turn(to: PersonId | null, reason: TurnReason): string {
  return sayTurn({ to, ...reason }, MRKDWN);
}

/** Why Tango did it: it says so to whoever held the lead. */
function whyBack({ data }: LeadEvent<'released'>): string {
  const holder = data.from ? person(data.from) : 'its owner';
  if (data.why === 'gone') return `: the account of ${holder} is deactivated`;
  if (data.why !== 'silent') return '';
  const waited = data.waited ? ` for ${escapeText(sayWorkingTime(data.waited))}` : '';
  return `: ${holder} had it${waited} without a first contact`;
}

function sinceArrival({ lead, event }: LeadLineScene): number {
  return event.at - Math.max(lead.receivedAt, lead.createdAt);
}

function amount(value: Money | null): string {
  return value ? `, ${sayMoney(value)}` : '';
}

/** Said later than it happened. */
function on({ on: day }: { on: string | null }): string {
  return day ? ` on ${sayDay(day)}` : '';
}

function exception({ data }: LeadEvent<'qualified'>): string {
  return data.exception ? ` As an exception: ${escapeText(data.exception)}` : '';
}

function note({ note: words }: { note: string | null }): string {
  return words ? `\n${quote(words)}` : '';
}

/** Judged by somebody else: whoever has the lead is named, and so hears of it. */
function whose({ event, ownerThen }: LeadLineScene): string {
  return ownerThen && ownerThen !== event.actor ? ` It is ${person(ownerThen)}’s lead.` : '';
}

/** Who should have been asked, as far as anybody knows. */
export function rightPerson(right: RightPerson | null): string {
  const known = [right?.name, right?.email, right?.phone].filter(Boolean);
  return known.length > 0 ? ` The right one: ${known.map((each) => escapeText(each ?? '')).join(', ')}.` : '';
}

function mergedSentence({ actor, data }: LeadEvent<'merged'>, who: string): string {
  if (actor === 'tango') return 'into' in data ? 'The same had come minutes before.' : 'The same came again.';
  if ('into' in data) return `${who} merged it into the lead that it turned out to be.${note(data)}`;
  const what = isPerson(actor) ? 'what came later' : 'another one of the same person';
  return `${who} merged ${what} into it: see “Show everything”.${had(data)}`;
}

/** Who reads only here that their lead has gone into another one. */
function had({ had: owner }: { had?: PersonId | null | undefined }): string {
  return owner ? ` ${person(owner)} had that one.` : '';
}

/** Ways to reach somebody are on the card, for those who may see them. */
function changes({ facts = [], fields = [] }: LeadEvent<'changed_there'>['data']): string {
  const told = facts.map(({ fact, was, is }) => {
    if (fact === 'email' || fact === 'phone' || fact === 'message') return FACTS[fact];
    if (fact === 'receivedAt') return `${FACTS[fact]} to ${sayDay(is.slice(0, 10))}`;
    const before = was ? ` (it was ${escapeText(clip(was, SHOWN))})` : '';
    return `${FACTS[fact]} to ${escapeText(clip(is, SHOWN))}${before}`;
  });
  const words = facts.find(({ fact }) => fact === 'message');
  const others = fields.map((name) => escapeText(clip(name, SHOWN)));
  return `${named([...told, ...others])}${words ? `:\n${quote(clip(words.is, WORDS_SHOWN))}` : ''}`;
}

function named(each: readonly string[]): string {
  return each.length < 2 ? each.join('') : `${each.slice(0, -1).join(', ')} and ${each.at(-1)}`;
}

const SHOWN = 80;
const WORDS_SHOWN = 1_000;

const FACTS: Record<FillableFact, string> = {
  name: 'the name',
  title: 'the job title',
  company: 'the company',
  email: 'the e-mail',
  phone: 'the phone number',
  segment: 'the segment',
  region: 'the region',
  companySize: 'the size of the company',
  message: 'what they say',
  campaign: 'the campaign',
  reason: 'why it was passed on',
  receivedAt: 'the day on which it arrived',
};

function changedThere({ data, actor }: LeadEvent<'changed_there'>, timezone: string): string {
  const { what, meetingAt, note: words } = data;
  if (what in SAID_THERE) return SAID_THERE[what as keyof typeof SAID_THERE];
  if (what === 'facts_changed' && isPerson(actor))
    return `${person(actor)} said what the questions of the form mean, and so it tells ${changes(data)}.`;
  if (what === 'facts_changed' && actor === 'import') return `${NAMES.import} filled in ${changes(data)}.`;
  if (what === 'facts_changed') return `${NAMES.api} changed ${changes(data)}.`;
  if (what === 'merged_there')
    return `${NAMES.api} has made this and another lead one person. Both are deals of their own already, so they stay two leads here.`;
  if (what === 'meeting_cancelled')
    return `The meeting was cancelled${words ? `: ${escapeText(words)}` : '.'}`;
  const when = meetingAt === null ? 'another time' : readerTime(meetingAt, timezone);
  return `The meeting was moved to ${when}.`;
}

const SAID_THERE = {
  meeting_missed: 'They did not come to the meeting.',
  meeting_not_missed: 'They came to the meeting after all.',
  deleted_there: `${NAMES.api} has deleted this person. Here nothing is deleted.`,
  erased_there: `${NAMES.api} has erased them for their privacy. Whoever runs Tango should know: here they are not erased.`,
  restored_there: `${NAMES.api} has them back.`,
} as const;

const MENDED_FIELDS: Record<MendableField, string> = {
  name: 'name',
  title: 'title',
  company: 'company',
  email: 'e-mail',
  phone: 'phone',
};

/** ": e-mail (was dana@harbour), phone (was empty)"; what may not be seen here, and what older events do not tell, is left out. */
function mendedWords({ data: { fields, was } }: LeadEvent<'mended'>): string {
  const words = fields.map((field) => {
    const before = was[field];
    return `${MENDED_FIELDS[field]}${before === undefined ? '' : ` (was ${escapeText(clip(before ?? 'empty', WAS_SHOWN))})`}`;
  });
  return words.length > 0 ? `: ${words.join(', ')}` : '';
}

const WAS_SHOWN = 120;
