/** A lead put before somebody again, with its buttons: given to them, or back from its rest or from marketing. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadEvent } from '../../../domain/lead/lead-event.ts';
import type { TeamPromise } from '../../../domain/promise/promise.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD } from '../../action-ids.ts';
import { actions, context, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, link, person, quote } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';
import { leadButtons, leadMenu } from './lead-buttons.ts';
import { cardTitle, NEXT_STEP } from './lead-card.ts';
import { rightPerson } from './lead-line.ts';
import { leadRow } from './lead-row.ts';

interface OwedScene {
  lead: Lead;
  /** What is due next; null: nothing. */
  promise: TeamPromise | null;
  /** To its card; null: it has none in Slack. */
  url: string | null;
  timezone: string;
  now: number;
}

export interface ReminderScene extends OwedScene {
  /** The move that it is about. */
  event: LeadEvent;
}

/** To its new owner. */
export function leadDm({ event, ...scene }: ReminderScene): MessageView {
  const giver = isPerson(event.actor) ? person(event.actor) : 'Tango';
  const sentence =
    event.kind === 'came_off_rest'
      ? 'The rest of this lead is over; it comes back to you, as you said.'
      : `${giver} gave you this lead.`;
  return reminder(scene, sentence, noteOf(event));
}

/** To whose turn it is. */
export function leadProposed(scene: OwedScene): MessageView {
  return reminder(scene, 'It is your turn for this lead: claim it, or leave it to the others.', '');
}

/** To the channel. */
export function leadBack({ event, ...scene }: ReminderScene): MessageView {
  return reminder(scene, BACK[event.kind] ?? 'This lead is new again.', '');
}

const BACK: Partial<Record<LeadEvent['kind'], string>> = {
  mended: 'Marketing mended this lead; it is new again.',
  came_off_rest: 'The rest of this lead is over; it is new again.',
  released: 'Nobody has contacted this lead yet; it is back for whoever is there.',
};

/** To marketing: what to mend, and the button for it. */
export function leadReturned({
  lead,
  event,
  reasonLabel,
  isWaiting,
}: Pick<ReminderScene, 'lead' | 'event'> & { reasonLabel: string | null; isWaiting: boolean }): MessageView {
  const giver = isPerson(event.actor) ? person(event.actor) : 'Tango';
  const right = event.kind === 'rejected' ? rightPerson(event.data.right) : '';
  const sentence = `${giver} sends this lead back: ${escapeText(reasonLabel ?? 'no reason given')}.${right}`;
  const mend = button({ action: LEAD.mend, text: 'Mend and send back', value: lead.id, style: 'primary' });
  return {
    text: `${escapeText(leadTitle(lead))}: ${sentence}`,
    blocks: [
      section(`${sentence}${noteOf(event)}\n${cardTitle(lead)}`),
      isWaiting ? actions([mend]) : context('This lead has gone on since.'),
    ],
  };
}

function noteOf({ data }: LeadEvent): string {
  const note = 'note' in data ? data.note : null;
  return note ? `\n${quote(note)}` : '';
}

/** In place of one whose lead has moved: what became of it. */
export function movedOn({
  lead,
  sentence,
  url,
}: Pick<OwedScene, 'lead' | 'url'> & { sentence: string | null }) {
  const words = `*${escapeText(leadTitle(lead))}*: ${sentence ?? 'it has moved on.'}`;
  return {
    text: `${escapeText(leadTitle(lead))} has moved on.`,
    blocks: [section([words, url && link(url, 'Open the card')].filter(Boolean).join('  '))],
  };
}

function reminder(scene: OwedScene, sentence: string, note: string): MessageView {
  const { lead } = scene;
  const due = dueLine(scene);
  return {
    text: `${escapeText(leadTitle(lead))}: ${sentence}`,
    blocks: [
      section(`${sentence}${note}`),
      section(leadRow(scene)),
      ...(due ? [context(due)] : []),
      actions([...leadButtons(lead), leadMenu(lead, scene.now)]),
    ],
  };
}

/** "First contact due today at 16:30" */
function dueLine({ promise, timezone }: OwedScene): string | null {
  if (!promise) return null;
  const step = NEXT_STEP[promise.kind];
  return step ? `${step[0]} *${readerTime(promise.dueAt, timezone, step[1])}*` : null;
}
