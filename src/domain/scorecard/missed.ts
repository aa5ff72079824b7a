/** Weeks whose Monday passed without a thread: the next one that is posted names them. */
import { shiftWeek, type Week } from '../time/week.ts';

export interface MissedWeek {
  week: Week;
  /** Tango was not there, or no channel was named before the next one took its place. */
  why: 'away' | 'no_channel';
}

interface Before {
  last: { week: Week; missed: readonly MissedWeek[] };
  /** It still waits for a channel. */
  isWaiting: boolean;
}

/** Before the week, the earliest first. None before the first that was ever published. */
export function missedBefore(week: Week, before: Before | null): MissedWeek[] {
  if (!before) return [];
  const { last, isWaiting } = before;
  const missed: MissedWeek[] = isWaiting ? [...last.missed, { week: last.week, why: 'no_channel' }] : [];
  for (let each = shiftWeek(last.week, 1); each < week; each = shiftWeek(each, 1))
    missed.push({ week: each, why: 'away' });
  return missed;
}
