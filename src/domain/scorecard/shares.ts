/**
 * What each lead, amount and deal has added to the figures of a week. Kept of every week that was published: what has moved since is then named
 * by the leads and amounts that moved it, whose differences add up to that of each figure.
 */
import type { LeadId } from '../lead/lead.ts';
import type { LeadState } from '../lead/lead-state.ts';
import type { Money } from '../money/money.ts';
import type { Side } from '../money/spend.ts';
import { spendWithin } from '../money/spend.ts';
import type { Cohort, LeadFact } from './cohort.ts';
import { type Counted, countsOf } from './counts.ts';
import { minutesTaken, type TakenTime } from './taken-times.ts';

/** How a lead stands, or why it is counted in nothing. */
export type ShareState = LeadState | 'test' | 'dropped';

export interface LeadShare {
  state: ShareState;
  counts: Counted;
  /** By the wall clock; what nobody did is left out. */
  minutes: Partial<Record<TakenTime, number[]>>;
  /** What it was won for, in minor units of the currency of the week. */
  won: number;
}

export interface Shares {
  leads: ReadonlyMap<LeadId, LeadShare>;
  /** By the id of the amount: what of it lies in the week, in minor units of its currency. */
  spend: ReadonlyMap<string, { side: Side; minor: number }>;
  /** Won in the week, by the lead; null: nothing says for how much, or it was in another currency. */
  deals: ReadonlyMap<LeadId, number | null>;
}

export function sharesOf(cohort: Cohort): Shares {
  const { range, settings } = cohort;
  const spent = cohort.spend.filter(
    ({ from, to, amount }) => amount.currency === settings.currency && from <= range.to && to >= range.from,
  );
  return {
    leads: new Map([
      ...cohort.leads.map((lead) => [lead.id, shareOf(lead, cohort)] as const),
      ...cohort.aside.map((lead) => [lead.id, asideShare(lead)] as const),
    ]),
    spend: new Map(
      spent.map((row) => [row.id, { side: row.side, minor: spendWithin(row, range.from, range.to) }]),
    ),
    deals: new Map(cohort.booked.map(({ lead, value }) => [lead, minorIn(value, settings.currency)])),
  };
}

export const TAKEN_TIMES = ['claim', 'contact', 'wait'] as const satisfies TakenTime[];

function shareOf(lead: LeadFact, cohort: Cohort): LeadShare {
  const { state, value } = lead;
  const minutes: LeadShare['minutes'] = {};
  for (const what of TAKEN_TIMES) {
    const taken = minutesTaken(lead, cohort, { what, clock: 'wall' });
    if (taken.length > 0) minutes[what] = taken;
  }
  const won = state === 'won' ? (minorIn(value, cohort.settings.currency) ?? 0) : 0;
  return { state, counts: countsOf(lead, cohort), minutes, won };
}

function asideShare({ isTest, state }: LeadFact): LeadShare {
  const aside = state === 'merged' ? state : 'dropped';
  return { state: isTest ? 'test' : aside, counts: {}, minutes: {}, won: 0 };
}

function minorIn(value: Money | null, currency: string): number | null {
  return value?.currency === currency ? value.minor : null;
}
