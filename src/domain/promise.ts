/**
 * What a team promises its leads: somebody claims one, its owner makes the first contact and gives a verdict, each within a target per priority, in
 * working minutes. Five working days are five times the minutes of a working day, so a lead claimed on Tuesday at 14:19 is owed its verdict on
 * the next Tuesday at 14:19.
 *
 * Each promise that is made by them is a row of its own (promise/promise).
 */
import type { Priority } from './lead/lead.ts';
import type { TeamTime } from './team/person.ts';
import { FIRST_CALENDAR, workdayMinutes } from './time/calendar.ts';

export type PromiseName = 'claim' | 'contact' | 'verdict';

export type PromiseTargets = Record<PromiseName, Record<Priority, number>>;

/** The part of the settings that promises are counted by. */
export interface PromiseSettings extends TeamTime {
  promises: PromiseTargets;
}

const FIVE_DAYS = 5 * workdayMinutes(FIRST_CALENDAR);

/** What a new team starts with. */
export const FIRST_TARGETS: PromiseTargets = {
  claim: { hot: 15, standard: 120 },
  contact: { hot: 240, standard: 240 },
  verdict: { hot: FIVE_DAYS, standard: FIVE_DAYS },
};
