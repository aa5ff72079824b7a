import type { Button, Overflow } from '@slack/types';
import { isGiven, isSnoozed, type Lead } from '../../../domain/lead/lead.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD, type LeadMenuChoice, leadMenuValue } from '../../action-ids.ts';
import { button, option, overflow } from '../kit/elements.ts';

type Choice = [action: string, text: string, style?: 'primary'];

const BUTTONS: Record<Lead['state'], readonly Choice[]> = {
  new: [
    [LEAD.claim, 'Claim', 'primary'],
    [LEAD.qualify, 'Qualify'],
    [LEAD.reject, 'Reject'],
  ],
  claimed: [
    [LEAD.contacted, 'Contacted', 'primary'],
    [LEAD.qualify, 'Qualify'],
    [LEAD.reject, 'Reject'],
  ],
  qualified: [
    [LEAD.won, 'Won', 'primary'],
    [LEAD.lost, 'Lost'],
  ],
  won: [[LEAD.tellStory, 'Tell the story', 'primary']],
  rejected: [],
  resting: [],
  returned: [],
  lost: [],
  merged: [],
};

/** To whom it was given; others are told so. */
const GIVEN: readonly Choice[] = [
  [LEAD.claim, 'Claim', 'primary'],
  [LEAD.contacted, 'Contacted'],
  [LEAD.qualify, 'Qualify'],
  [LEAD.reject, 'Reject'],
];

const AFTER_CONTACT: readonly Choice[] = [
  [LEAD.qualify, 'Qualify', 'primary'],
  [LEAD.reject, 'Reject'],
];

/** What one can do next, the likeliest first. The same on the card, in a nag and at home. */
export function leadButtons(lead: Lead): Button[] {
  const isContacted = lead.state === 'claimed' && lead.contactedAt !== null;
  const choices = isGiven(lead) ? GIVEN : isContacted ? AFTER_CONTACT : BUTTONS[lead.state];
  return choices.map(([action, text, style]) =>
    button({
      action,
      text,
      value: lead.id,
      label: `${text}: ${leadTitle(lead)}`,
      ...(style ? { style } : {}),
    }),
  );
}

const MENU_LABEL: Record<LeadMenuChoice, string> = {
  assign: 'Assign to…',
  hand_over: 'Hand over…',
  snooze: 'Snooze…',
  wake: 'Wake now',
  release: 'Release to the channel',
  undo: 'Undo the last move',
  reopen: 'Reopen',
  mend: 'Mend the contact data…',
  split: 'Take the two apart again',
  details: 'Show everything',
};

/** At most five each, and only what the lead allows: who may is asked when it is chosen. */
const MENU: Record<Lead['state'], readonly LeadMenuChoice[]> = {
  new: ['assign', 'snooze', 'undo', 'details'],
  claimed: ['hand_over', 'snooze', 'release', 'undo', 'details'],
  qualified: ['hand_over', 'snooze', 'undo', 'details'],
  rejected: ['undo', 'reopen', 'details'],
  resting: ['undo', 'reopen', 'details'],
  returned: ['mend', 'undo', 'reopen', 'details'],
  won: ['undo', 'details'],
  lost: ['undo', 'reopen', 'details'],
  merged: ['undo', 'split', 'details'],
};

export function leadMenu(lead: Lead, now: number): Overflow {
  const choices = MENU[lead.state]
    .filter((choice) => choice !== 'undo' || lead.undoMove !== null)
    .map((choice) => (choice === 'snooze' && isSnoozed(lead, now) ? 'wake' : choice));
  const options = choices.map((choice) => option(labelOf(choice, lead), leadMenuValue.encode(choice, lead)));
  return overflow({ action: LEAD.menu, options });
}

/** Out of a rest as out of a snooze: it is the same to whoever wants it back. */
function labelOf(choice: LeadMenuChoice, { state }: Lead): string {
  return choice === 'reopen' && state === 'resting' ? MENU_LABEL.wake : MENU_LABEL[choice];
}
