/** What is said of a week that has moved: the numbers that both sides look at, and the first of the leads and amounts that moved each. */
import type { LeadId } from '../lead/lead.ts';
import { addedTo, type Entry } from './entries.ts';
import { METRICS, type MetricId } from './metrics.ts';
import type { Moved, WeekMoved } from './moved.ts';

export interface ToldMove extends Moved {
  /** The first of them; none for what follows from other numbers. */
  named: readonly Entry[];
  /** How many more there are. */
  others: number;
}

const TOLD = [
  'leads',
  'qualified',
  'rejected',
  'won',
  'lost',
  'spent',
  'costPerLead',
  'costPerQualified',
  'costPerWon',
  'return',
  'waitWallTime',
  'unanswered',
  'untouched',
  'bookedWon',
  'bookedValue',
] as const satisfies MetricId[];

const MOST_NAMED = 3;

/** In the order in which they are read. `others`: figures of which no word is said. */
export function toldMoves({ moved, entries }: Pick<WeekMoved, 'moved' | 'entries'>): {
  moves: ToldMove[];
  others: number;
} {
  const moves = TOLD.flatMap((id) => moved.filter(({ metric }) => metric === id)).map((each) => {
    const causes = causesOf(each, entries ?? []);
    return { ...each, named: causes.slice(0, MOST_NAMED), others: Math.max(0, causes.length - MOST_NAMED) };
  });
  return { moves, others: moved.length - moves.length };
}

/** A cost follows from what was spent and from how many there are, and a time from who was contacted: those are told themselves. */
const FOLLOWS: ReadonlySet<string> = new Set(['cost', 'return', 'time', 'rate']);

function causesOf({ metric }: Moved, entries: readonly Entry[]): Entry[] {
  if (FOLLOWS.has(METRICS[metric].formula.kind)) return [];
  return entries.filter((entry) => addedTo(METRICS[metric], entry) !== null);
}

export interface NamedIds {
  leads: LeadId[];
  spend: string[];
}

/** What has to be looked up before it can be said. */
export function namedIn(weeks: readonly Pick<WeekMoved, 'moved' | 'entries'>[]): NamedIds {
  const named = weeks.flatMap((week) => toldMoves(week).moves.flatMap((move) => move.named));
  return {
    leads: [...new Set(named.flatMap((entry) => (entry.kind === 'spend' ? [] : entry.lead)))],
    spend: [...new Set(named.flatMap((entry) => (entry.kind === 'spend' ? entry.spend : [])))],
  };
}
