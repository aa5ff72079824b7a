/** Who may change sources and campaigns, and what a name may be. */
import { fieldProblem, refuse, refuseField, refuseFields } from '../refusals.ts';
import type { Actor } from '../team/actor.ts';
import { isPerson } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import { nameKey, tidyName } from './fold.ts';

const LONGEST_NAME = 200;

/** Marketing's own, and the managers'; on the command line whoever runs Tango. */
export function assertMayTend(
  { managers, marketers }: Pick<Settings, 'managers' | 'marketers'>,
  by: Actor,
): void {
  const named = [...marketers, ...managers];
  if (!isPerson(by) || named.length === 0 || named.includes(by)) return;
  throw refuse('sources_not_yours', { people: named });
}

export function assertName(field: string, told: string): string {
  const name = tidyName(told);
  if (name === '' || name.length > LONGEST_NAME)
    throw refuseField(field, 'name_length', { most: LONGEST_NAME });
  return name;
}

export interface CampaignDays {
  startsOn: string | null;
  endsOn: string | null;
}

export function assertDays({ startsOn, endsOn }: CampaignDays): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw refuseFields([fieldProblem('endsOn', 'campaign_ends_before_start')]);
}

/** What is taken apart: some of the spellings, not all, and not the one by which the rest is called. */
export function assertSplit(name: string, all: readonly string[], chosen: readonly string[]): void {
  const left = all.filter((key) => !chosen.includes(key));
  if (chosen.length === 0) throw refuseField('spellings', 'split_nothing_chosen');
  if (left.length === 0 || chosen.includes(nameKey(name)))
    throw refuseField('spellings', 'split_name_stays', { name });
}
