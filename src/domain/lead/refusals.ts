/** The sentences of "not now": they say what happened meanwhile, blame nobody, and fit into one private line. */
import { AppError } from '../../errors.ts';
import type { PersonId } from '../team/actor.ts';
import { sayDuration } from '../time/duration.ts';
import type { Lead } from './lead.ts';

export function mention(person: PersonId | null): string {
  return person ? `<@${person}>` : 'somebody';
}

export function notFound(): AppError {
  return new AppError('not_found', 'This lead is not in the database any more.');
}

/** To the one who came second. */
export function alreadyClaimed(lead: Lead, by: PersonId, now: number): AppError {
  if (lead.owner === by) return new AppError('stale', 'You have claimed this lead already.');
  const before = sayDuration(Math.max(1000, now - (lead.claimedAt ?? now)));
  const sentence = `${mention(lead.owner)} claimed this ${before} before you. You will get the next one.`;
  return new AppError('conflict', sentence);
}

const STANDS: Record<Lead['state'], string> = {
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

/** After a stale click: "This lead was qualified by Ana (today at 16:40). I have refreshed the card." */
export function movedOn(lead: Lead): AppError {
  const at = lead.closedAt ?? lead.verdictAt ?? lead.claimedAt;
  // In brackets, because Slack capitalises a day that begins the date.
  const when =
    at === null ? '' : ` <!date^${Math.floor(at / 1000)}^({date_short_pretty} at {time})|before your click>`;
  const who = lead.owner && lead.state !== 'new' ? ` by ${mention(lead.owner)}` : '';
  return new AppError('stale', `This lead ${STANDS[lead.state]}${who}${when}. I have refreshed the card.`);
}

export function notYours(lead: Lead): AppError {
  return new AppError(
    'forbidden',
    `Only ${mention(lead.owner)}, who works on this lead, or a manager can do that.`,
  );
}
