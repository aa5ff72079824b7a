/** Who may bring which files. */
import type { AppError } from '../../errors.ts';
import { refuse } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import { isManager, isMarketer, type Settings } from '../team/settings.ts';
import type { FileNoun } from './brought-file.ts';

type Offices = Pick<Settings, 'managers' | 'marketers'>;

/** Leads and spend are marketing's and the managers'; what was won and lost is the managers'. */
export function assertMayBring(settings: Offices, person: PersonId, noun: FileNoun | null): void {
  if (!mayBring(settings, person, noun)) throw refuseFile(settings, noun);
}

export function mayBring(settings: Offices, person: PersonId, noun: FileNoun | null): boolean {
  return isManager(settings, person) || (noun !== 'outcomes' && isMarketer(settings, person));
}

/** It names whom to ask. */
export function refuseFile(settings: Offices, noun: FileNoun | null): AppError {
  const ofDeals = noun === 'outcomes';
  const people = ofDeals ? settings.managers : [...settings.marketers, ...settings.managers];
  return refuse('files_not_yours', { people: people.slice(0, 5), ofDeals });
}
