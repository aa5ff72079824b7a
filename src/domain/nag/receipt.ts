/**
 * Who was told by a nag, or is still to be: the cap on what one person hears in a day, and the digest that takes what is beyond it.
 *
 * Mentions and direct messages are nag messages: at most three a day each, by the person's own date. What comes on top goes into one
 * message of the day to that person. A digest waits until its person is at work, is posted once a
 * day, and is edited in place as more comes in.
 */

import type { PersonId } from '../team/actor.ts';
import { isAtWork } from '../team/person.ts';
import type { Settings } from '../team/settings.ts';
import { DAY } from '../time/duration.ts';
import type { NagId } from './nag.ts';

export const MOST_NAGS_A_DAY = 3;

/** Everybody who is there: where we do not know who is at work, or where naming all of them would be a wall of names. */
export const HERE = '!here';

export type Recipient = PersonId | typeof HERE;

export type ReceiptChannel = 'mention' | 'dm' | 'digest';

export interface NagReceipt {
  nagId: NagId;
  recipient: Recipient;
  channel: ReceiptChannel;
  /** The day it was told, by the recipient's date; null: it waits. */
  day: string | null;
}

const MOST_NAMES = 8;
const LATELY = 30 * DAY;

/** The reps to call about a lead that nobody has: those who have moved a lead lately and are at work now. */
export function onDuty(settings: Settings, now: number): Recipient[] {
  const others = new Set([...settings.managers, ...settings.marketers]);
  const reps = [...(settings.people?.values() ?? [])].filter(
    ({ id, movedAt, isBot }) => !isBot && !others.has(id) && movedAt !== null && movedAt > now - LATELY,
  );
  const there = reps.map(({ id }) => id).filter((id) => isAtWork(id, settings, now));
  return there.length > 0 && there.length <= MOST_NAMES ? there : [HERE];
}
