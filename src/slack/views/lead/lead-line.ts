import type { Lead, LeadEvent } from '../../../domain/lead/lead.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import { readTurnNote } from '../../../domain/routing/route-lead.ts';
import { sayRouting } from '../../../domain/routing/say-routing.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import { sayDuration } from '../../../sentences/en/duration.ts';
import { section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person } from '../kit/text.ts';
import { readerTime, sayDay, teamTime } from '../kit/times.ts';

interface LeadLineScene {
  lead: Pick<Lead, 'receivedAt' | 'createdAt'>;
  event: LeadEvent;
  reasonLabel: string | null;
  timezone: string;
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
      return `${who} qualified it${amount(event)}.${exception(event)}${note(event)}`;
    case 'rejected':
      return `${who} rejected it: ${escapeText(scene.reasonLabel ?? String(event.data.reason))}.${note(event)}`;
    case 'won':
      return `${who} marked it as won${amount(event)}${on(event)}.`;
    case 'lost':
      return `${who} marked it as lost${on(event)}${event.data.reason ? `: ${escapeText(String(event.data.reason).replace(/\.$/, ''))}` : ''}.`;
    case 'released':
      return `${who} gave it back to the channel${whyBack(event)}.`;
    case 'undone':
      return `${who} took the last move back.`;
    case 'assigned':
      return `${who} assigned it to ${turn(event) || to(event)}.${note(event)}`;
    case 'proposed':
      return `Proposed: ${turn(event)}.`;
    case 'left_open':
      return `First come, first served: ${turn(event)}.`;
    case 'handed_over':
      return `${who} handed it over to ${to(event)}.${note(event)}`;
    case 'snoozed':
      return `${who} wants no reminder ${readerTime(Number(event.data.until), scene.timezone, 'before')}.`;
    case 'reopened':
      return `${who} reopened it.`;
    case 'came_off_rest':
      return event.data.to ? `Its rest is over: back to ${to(event)}.` : 'Its rest is over: it is new again.';
    case 'mended':
      return `${who} mended it${event.data.fields ? `: ${escapeText(String(event.data.fields))}` : ''}. It is new again.`;
    case 'came_back':
      return event.data.by === 'company'
        ? 'Somebody else from the company wrote.'
        : 'The same person wrote again.';
    case 'merged':
      return event.data.into
        ? `${who} merged it into the lead that it turned out to be.`
        : `${who} merged what came later into it: see “Show everything”.`;
    case 'split':
      return `${who} took the two apart again: they are two leads.`;
    case 'kept_apart':
      return `${who} keeps it apart from the one that looked the same.`;
    default:
      return event.kind satisfies never;
  }
}

const NAMES = { tango: 'Tango', api: 'The CRM', import: 'An import' } as const;

/** Whose turn it was, and why; empty where it was not about that. */
function turn(event: LeadEvent): string {
  const routing = readTurnNote(event);
  return routing ? sayRouting(routing, { person, text: escapeText }) : '';
}

/** Why Tango did it: it says so to whoever held the lead. */
function whyBack({ data }: LeadEvent): string {
  const holder = data.from ? person(String(data.from)) : 'its owner';
  if (data.why === 'gone') return `: the account of ${holder} is deactivated`;
  if (data.why !== 'silent') return '';
  const waited = data.waited ? ` for ${escapeText(String(data.waited))}` : '';
  return `: ${holder} had it${waited} without a first contact`;
}

function to({ data }: LeadEvent): string {
  return data.to ? person(String(data.to)) : 'somebody';
}

function sinceArrival({ lead, event }: LeadLineScene): number {
  return event.at - Math.max(lead.receivedAt, lead.createdAt);
}

function amount({ data }: LeadEvent): string {
  if (typeof data.value !== 'number' || typeof data.currency !== 'string') return '';
  return `, ${formatMoney({ minor: data.value, currency: data.currency })}`;
}

/** Said later than it happened. */
function on({ data }: LeadEvent): string {
  return data.on ? ` on ${sayDay(String(data.on))}` : '';
}

function exception({ data }: LeadEvent): string {
  return data.exception ? ` As an exception: ${escapeText(String(data.exception))}` : '';
}

function note({ data }: LeadEvent): string {
  return data.note ? `\n> ${escapeText(String(data.note)).replaceAll('\n', '\n> ')}` : '';
}
