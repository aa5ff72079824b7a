/** A lead put before somebody again, with its buttons: given to them, or back from its rest or from marketing. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LeadEvent } from '../../../domain/lead/lead-event.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD } from '../../action-ids.ts';
import { actions, context, section } from '../kit/blocks.ts';
import { button } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { escapeText, person, quote } from '../kit/text.ts';
import { leadButtons } from './lead-buttons.ts';
import { cardTitle } from './lead-card.ts';
import { rightPerson } from './lead-line.ts';

interface ReminderScene {
  lead: Lead;
  /** The move that it is about. */
  event: LeadEvent;
}

/** To its new owner. */
export function leadDm({ lead, event }: ReminderScene): MessageView {
  const giver = isPerson(event.actor) ? person(event.actor) : 'Tango';
  const sentence =
    event.kind === 'came_off_rest'
      ? 'The rest of this lead is over; it comes back to you, as you said.'
      : `${giver} gave you this lead.`;
  return reminder(lead, sentence, noteOf(event));
}

/** To whose turn it is. */
export function leadProposed(lead: Lead): MessageView {
  return reminder(lead, 'It is your turn for this lead: claim it, or leave it to the others.', '');
}

/** To the channel. */
export function leadBack({ lead, event }: ReminderScene): MessageView {
  return reminder(lead, BACK[event.kind] ?? 'This lead is new again.', '');
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
}: ReminderScene & { reasonLabel: string | null; isWaiting: boolean }): MessageView {
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

function reminder(lead: Lead, sentence: string, note: string): MessageView {
  return {
    text: `${escapeText(leadTitle(lead))}: ${sentence}`,
    blocks: [section(`${sentence}${note}\n${cardTitle(lead)}`), actions(leadButtons(lead))],
  };
}
