import type { LeadAct, LeadState } from '../../../domain/lead/lead-state.ts';
import { isPerson } from '../../../domain/team/actor.ts';
import type { RefusalSentences } from '../../catalog.ts';
import { sayDuration } from '../duration.ts';

const STATES: Record<LeadState, string> = {
  new: 'is not claimed yet',
  claimed: 'is claimed',
  qualified: 'was qualified',
  rejected: 'was rejected',
  resting: 'is resting',
  returned: 'went back to marketing',
  won: 'was won',
  lost: 'was lost',
  merged: 'was merged into another one',
};

/** "Only @ana or a manager can snooze this lead." */
const ACTS: Record<LeadAct, string> = {
  contacted: 'say that there was a contact with',
  qualify: 'qualify',
  reject: 'reject',
  release: 'release',
  hand_over: 'hand over',
  snooze: 'snooze',
  reopen: 'reopen',
  close: 'close',
};

export const LEAD = {
  lead_not_found: () => 'This lead is not in the database any more.',
  lead_claimed_before: ({ by, aheadMs }, voice) =>
    `${voice.person(by)} claimed this ${sayDuration(Math.max(1000, aheadMs))} before you. You will get the next one.`,
  lead_given: ({ owner }, voice) =>
    `${voice.person(owner)} was given this lead. A manager can hand it over to you.`,
  lead_moved_on: ({ state, by, at }, voice) => {
    const who = by === null ? '' : ` by ${voice.person(by)}`;
    const when = at === null ? '' : ` ${voice.moment(at, 'before your click')}`;
    return `This lead ${STATES[state]}${who}${when}. I have refreshed the card.`;
  },
  lead_not_yours: ({ owner, what }, voice) =>
    `Only ${voice.person(owner, 'whoever works on it')} or a manager can ${what ? ACTS[what] : 'do that with'} this lead.`,
  lead_with_marketing: () => 'This one is with marketing: a marketer or a manager can mend it.',
  lead_not_won: () => 'This lead is not won, so its story is not over yet.',
  lead_theirs_already: () => 'This lead is theirs already.',
  nothing_to_undo: () => 'There is nothing here that could be taken back.',
  undo_not_yours: ({ by }, voice) =>
    by === null
      ? 'The last move was not made by a person here. A manager can take it back.'
      : `The last move is ${voice.person(by)}’s. They can take it back for a while, a manager always.`,
  undo_too_late: ({ minutes }) =>
    `That is more than ${minutes} minutes ago. A manager can still take it back.`,
  definition_changed: () =>
    'A new definition of “qualified” has been signed meanwhile. Please tick what is true by this one.',
  exception_needed: ({ missing }, voice) =>
    `Not ticked: ${voice.text(missing.join('; '))}. Say why it counts all the same, or reject it with a reason.`,
  attempts_needed: () => 'How many times did you try? A number from 1 to 99.',
  note_needed: () => 'Please say in a few words why.',
  duplicate_needed: () => 'Choose the lead that it is. If it is not in the list, say below who it is.',
  duplicate_of_itself: () => 'That is this very lead. Please choose another one.',
  duplicate_not_there: () => 'This lead is not in the database any more. Please choose another one.',
  rest_date_needed: () => 'On which day should it come back?',
  day_not_later: () => 'Please choose a day after today.',
  rest_too_long: ({ years }) => `That is more than ${years} years away.`,
  snooze_unclaimed: () =>
    'Nobody has claimed this lead yet, so only a manager can snooze it. Claim it first, then you can.',
  lead_not_snoozed: () => 'This lead is not snoozed any more. I have refreshed the card.',
  snooze_too_long: ({ most }) => `That is more than ${most} days away. Reject it with a date instead.`,
  close_day_ahead: () => 'Choose today or a day that has been.',
  close_day_before_arrival: () => 'Choose a day on which the lead had arrived.',
  match_decided: ({ by, kind }, voice) => {
    const done = kind === 'merged' ? 'has merged these two' : 'keeps these two apart';
    const who = isPerson(by) ? voice.person(by) : 'The CRM';
    return `${who} ${done} already. I have refreshed the card.`;
  },
  match_not_yours: ({ owners }, voice) => {
    const who = owners.map((owner) => voice.person(owner)).join(' and ');
    const works = owners.length === 1 ? 'works on one of these leads' : 'work on these leads';
    return `${who} ${works}. Only they or a manager can say whether the two are one.`;
  },
  reach_needed: () => 'Write an e-mail address or a phone number.',
  nobody_named: () => 'Who is it? A name, a company or a way to reach them is needed.',
  name_is_id: () => 'This is an id of some program. What is the person’s name?',
  arrival_ahead: () => 'Choose a time that has been.',
  no_email: () => 'This is no e-mail address.',
  no_phone: () => 'This is no phone number.',
  unreachable: () => 'Without an e-mail address or a phone number nobody can reach them.',
  same_reach_again: () => 'This is what was said to be wrong. Another address or number is needed.',
  same_person_again: () => 'This is who was said not to be the right one. Who is?',
  nothing_mended: () => 'Nothing is other than it was when it came back. What is mended?',
  message_is_lead: ({ by }, voice) => `${voice.person(by, 'Somebody')} has made this message a lead already.`,
  id_and_person_differ: ({ externalId }, voice) =>
    `The id ${voice.text(externalId)} is of one lead here and the e-mail address of another`,
  id_of_another: ({ externalId }, voice) =>
    `The id ${voice.text(externalId)} is here already, of a person with another name and another address`,
  outcome_names_no_lead: () => 'Name the lead by leadId, externalId, email or website',
  no_lead_of_person: () => 'There is no lead of this person, and not exactly one of this company',
  no_lead_of_id: ({ id }, voice) => `There is no lead ${voice.text(id)}`,
  no_lead_of_external_id: ({ externalId }, voice) =>
    `There is no lead with the external id ${voice.text(externalId)}`,
  lead_of_another_source: ({ externalId, sources }, voice) => {
    const from = sources.map((name) => (name ? `from ${voice.text(name)}` : 'without a source'));
    return `There is no lead with the external id ${voice.text(externalId)} from this source, but one ${from.join(', and one ')}`;
  },
  several_leads_of_external_id: ({ externalId }, voice) =>
    `Several sources have a lead ${voice.text(externalId)}: name the source as well`,
} satisfies Partial<RefusalSentences>;
