import type { Exclusion } from '../../../domain/team/identity.ts';
import type { RefusalSentences } from '../../catalog.ts';
import { clip } from '../../clip.ts';
import { sayShift } from '../own-hours.ts';

/** Settings, working time and routing. */
export const TEAM = {
  may_not_act: ({ why, membersOnly }) => (membersOnly ? MEMBERS_ALONE : MAY_NOT_ACT)[why],
  cannot_be_chosen: ({ name, why, membersOnly }, voice) =>
    `${name === null ? 'Somebody whom you chose' : voice.text(clip(name, 80))} ${(membersOnly ? NOT_FOR : NOT_CHOSEN)[why]}`,
  identity_unsure: () =>
    'Slack could not tell us who you are just now. Nothing was changed. Please try again.',
  home_list_not_yours: () => 'This list is not part of your Home any more.',
  managers_only: ({ managers }, voice) =>
    `Only managers change this. Please ask ${managers.map((id) => voice.person(id, 'one of them')).join(', ')}.`,
  leads_channel_needed: () => 'Without a channel nobody would see a lead.',
  group_empty: ({ handle }, voice) => `Nobody in @${voice.text(handle)} may act here.`,
  group_unknown: () => 'This group is not known any more. Please choose again.',
  manager_needed: () => 'Please keep at least one manager: with none, anybody could change all of this.',
  too_many_people: ({ most }) => `At most ${most} people, please.`,
  weekdays_needed: () => 'On which days do people work?',
  start_needed: () => 'When does work begin?',
  end_before_start: () =>
    'The end must come after the start, or be at most twelve hours later on the next day.',
  unknown_zone: () => 'Not a time zone we know. Write it as Europe/Berlin.',
  unknown_region: () => 'Not a region we know. Write it as DE, DE-BY or US-CA.',
  no_day_off: ({ text }, voice) => `“${voice.text(text)}” is no day. Write one as 2026-12-24.`,
  too_many_days_off: ({ most }) => `At most ${most} days, please.`,
  time_needed: () => 'At what time?',
  target_needed: ({ mostDays }) =>
    `A working time from 1 min to ${mostDays} days, such as 15 min, 2 h or 5 days.`,
  target_unit_needed: ({ amount }, voice) => {
    const n = voice.text(amount);
    return `${n} of what? Write ${n} min, ${n} h or ${n} days.`;
  },
  no_working_time: () => 'The calendar has no working time',
  leave_ends_before_start: () => 'The last day of a leave is not before its first.',
  leave_over: () => 'That leave is over already.',
  leave_too_far: () => 'That is more than a year away.',
  hours_too_long_at_night: () =>
    'Work through the night may last twelve hours at most. Did you mean it the other way round?',
  too_many_shifts: ({ most }) => `At most ${most} shifts a day, please.`,
  shifts_overlap: ({ shifts }) =>
    `${shifts.map(sayShift).join(' and ')} overlap. When does each begin and end?`,
  unknown_holiday_region: () => 'I know no such region. Say it as in “DE”, “DE-BY” or “US-CA”.',
  unknown_person: ({ name }, voice) =>
    `I know nobody who is called ${voice.text(clip(name, 80))}. Please mention them.`,
  own_time_not_yours: () => 'Only they themselves or a manager can say that.',
  rule_removed: () => 'Somebody has removed this rule meanwhile.',
  too_many_rules: ({ most }) => `At most ${most} rules, please.`,
  rule_people_needed: () => 'Who takes turns?',
  rule_twice_not_among: () => 'Please choose among those who take turns.',
  rule_cap: ({ most }) => `A whole number from 1 to ${most}, please.`,
} satisfies Partial<RefusalSentences>;

const ALWAYS = {
  nobody: 'Slack knows no account of yours here, so nothing was changed.',
  deactivated: 'This account is deactivated, so it cannot do anything here.',
  bot: 'An app cannot do this: it needs a person.',
};

/** After a name. */
const NOT_CHOSEN: Record<Exclusion | 'unknown', string> = {
  nobody: 'has no account in Slack. Please choose somebody else.',
  deactivated: 'has a deactivated account. Please choose somebody else.',
  bot: 'is an app, and an app cannot own a lead or answer for anything. Please choose a person.',
  guest: 'is a guest of this workspace. A manager may let guests take part, under /tango settings.',
  outsider: 'is of another company. A manager may let connected companies take part, under /tango settings.',
  unknown: 'is not known yet, and Slack could not be asked just now. Please try again.',
};

const NOT_FOR: Record<Exclusion | 'unknown', string> = {
  ...NOT_CHOSEN,
  guest: 'is a guest of this workspace. This is for members alone.',
  outsider: 'is of another company. This is for members alone.',
};

const MAY_NOT_ACT: Record<Exclusion, string> = {
  ...ALWAYS,
  guest: 'Guests of this workspace take no part in this. A manager may let them, under `/tango settings`.',
  outsider:
    'Only people of this workspace can do this. A manager may let people of connected companies, under `/tango settings`.',
};

const MEMBERS_ALONE: Record<Exclusion, string> = {
  ...ALWAYS,
  guest: 'This is for members of the workspace alone, not for guests.',
  outsider: 'This is for members of this workspace alone, not for people of other companies.',
};
