/** The life of a lead as another program tells it. */
import { type LeadHistory, type ToldState, toldState } from '../../domain/lead/history.ts';

/** As a person would say what has become of a lead. */
export const TOLD_WORDS: Readonly<Record<ToldState, string>> = {
  new: 'new',
  working: 'in work',
  contacted: 'contacted',
  qualified: 'qualified',
  resting: 'resting',
  rejected: 'rejected',
  won: 'won',
  lost: 'lost',
};

/** Of a row that would fill what is empty. */
export const WORKED_ON = 'tells more of a lead that somebody has worked on: left as it is here';

/** Of a row whose lead has gone on otherwise here. */
export function sayLeftAlone(history: LeadHistory | undefined): string {
  const state = history && toldState(history);
  return `the file says ${state ? TOLD_WORDS[state] : 'nothing'}, and here the lead has gone on otherwise: left as it is here`;
}
