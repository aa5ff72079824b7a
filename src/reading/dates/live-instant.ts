/** When something was filled in, as whoever hands it over at once tells it: few tools name the zone of their clock. */
import { DAY, MINUTE } from '../../domain/time/duration.ts';
import { instantOf } from './instant.ts';

interface Reader {
  now: number;
  /** IANA, of the team. */
  timezone: string;
}

export interface LiveInstant {
  at: number;
  /** No zone was named. */
  isAssumed: boolean;
}

/** A delivery is under way for less than this. */
const JUST_NOW = 15 * MINUTE;

/**
 * Null: it is no time. One that names no zone is the team’s, unless it has just been by the other clock that programs go by, UTC. Of today without an hour
 * nothing but now is known.
 */
export function liveInstantOf(text: string, { now, timezone }: Reader): LiveInstant | null {
  const named = instantOf(text, undefined);
  if (named !== null) return { at: named, isAssumed: false };
  const [ours, utc] = [instantOf(text, timezone), instantOf(text, 'UTC')];
  if (ours === null || utc === null) return null;
  if (isJustNow(ours, now)) return { at: ours, isAssumed: true };
  if (isJustNow(utc, now)) return { at: utc, isAssumed: true };
  const isOfToday = utc % DAY === 0 && ours <= now && now - ours < DAY;
  return { at: isOfToday ? now : ours, isAssumed: true };
}

function isJustNow(at: number, now: number): boolean {
  return Math.abs(now - at) <= JUST_NOW;
}
