/** What has changed the figures of a week, lead by lead and amount by amount. There is no other cause: what they add up to is the difference. */
import type { LeadId, NamedLead } from '../lead/lead.ts';
import type { LedgerEntry } from '../money/ledger.ts';
import type { Side } from '../money/spend.ts';
import { COUNT_IDS, type Counted, type CountId } from './counts.ts';
import type { Formula, Metric } from './metrics.ts';
import { type LeadShare, type ShareState, type Shares, TAKEN_TIMES } from './shares.ts';
import type { TakenTime } from './taken-times.ts';

export type Entry = LeadEntry | SpendEntry | DealEntry;

export interface LeadEntry {
  kind: 'lead';
  lead: LeadId;
  /** Null: it was not in this week; it is no more. */
  from: ShareState | null;
  to: ShareState | null;
  why: LeadWhy;
  /** How much more or less it counts as what; the same is left out. */
  counts: Counted;
  /** Times that are other ones, and how many more or fewer were taken of it. */
  times: Partial<Record<TakenTime, number>>;
  /** By how much the value that it was won for is another, in minor units. */
  won: number;
}

/** What happened to a lead. Of several the one that weighs most. */
type LeadWhy =
  | 'arrived'
  | 'gone'
  /** It stands otherwise. */
  | 'state'
  | 'contact'
  | 'claim'
  /** Kept or broken. */
  | 'promise'
  /** It has waited longer than an hour, a day. */
  | 'wait'
  | 'value'
  /** Of what was counted before another time is known. */
  | 'time';

interface SpendEntry {
  kind: 'spend';
  spend: string;
  side: Side;
  why: 'recorded' | 'withdrawn' | 'spread';
  /** The difference in minor units. An amount of nothing is one all the same: with it the cost is known. */
  minor: number;
}

interface DealEntry {
  kind: 'deal';
  lead: LeadId;
  why: 'booked' | 'reopened' | 'value';
  deals: number;
  minor: number;
}

/** The leads and amounts by which figures are explained; one that is gone is not there. */
export interface EntryNames {
  leads: ReadonlyMap<LeadId, NamedLead>;
  spend: ReadonlyMap<string, Pick<LedgerEntry, 'source' | 'campaign' | 'note'>>;
}

/** In the order of leads, amounts and deals; those that are the same are left out. */
export function entriesBetween(before: Shares, now: Shares): Entry[] {
  return [
    ...changed(before.leads, now.leads, leadEntry),
    ...changed(before.spend, now.spend, spendEntry),
    ...changed(before.deals, now.deals, dealEntry),
  ];
}

/** `undefined` stands for what is not there: a deal may be there and be worth null. */
function changed<Id, Share>(
  before: ReadonlyMap<Id, Share>,
  now: ReadonlyMap<Id, Share>,
  entry: (id: Id, before: Share | undefined, now: Share | undefined) => Entry | null,
): Entry[] {
  const ids = new Set([...before.keys(), ...now.keys()]);
  return [...ids].flatMap((id) => entry(id, before.get(id), now.get(id)) ?? []);
}

function leadEntry(lead: LeadId, before: LeadShare | undefined, now: LeadShare | undefined): Entry | null {
  const counts = countsBetween(before?.counts ?? {}, now?.counts ?? {});
  const times = timesBetween(before?.minutes ?? {}, now?.minutes ?? {});
  const won = (now?.won ?? 0) - (before?.won ?? 0);
  const [from, to] = [before?.state ?? null, now?.state ?? null];
  const why = whyOf({ from, to, counts, won, times });
  return why && { kind: 'lead', lead, from, to, why, counts, times, won };
}

/** Null: nothing. */
function whyOf({
  from,
  to,
  counts,
  won,
  times,
}: Pick<LeadEntry, 'from' | 'to' | 'counts' | 'won' | 'times'>): LeadWhy | null {
  if (from === null) return 'arrived';
  if (to === null) return 'gone';
  if (from !== to) return 'state';
  const causes = new Set(Object.keys(counts).map((id) => WHY_COUNTED[id as CountId]));
  const cause = CAUSES.find((each) => causes.has(each));
  if (cause) return cause;
  if (won !== 0) return 'value';
  return Object.keys(times).length > 0 ? 'time' : null;
}

const CAUSES = ['state', 'contact', 'claim', 'promise', 'wait'] as const satisfies LeadWhy[];

/** Why a lead that stands as before may count as another thing. */
const WHY_COUNTED: Record<CountId, (typeof CAUSES)[number]> = {
  leads: 'state',
  qualified: 'state',
  rejected: 'state',
  resting: 'state',
  won: 'state',
  lost: 'state',
  undecided: 'state',
  openDeals: 'state',
  claimed: 'claim',
  contacted: 'contact',
  unanswered: 'contact',
  untouched: 'promise',
  claimsKept: 'promise',
  claimsBroken: 'promise',
  contactsKept: 'promise',
  contactsBroken: 'promise',
  verdictsKept: 'promise',
  verdictsBroken: 'promise',
  answeredIn5Minutes: 'wait',
  waitedFor5Minutes: 'wait',
  answeredInHour: 'wait',
  waitedForHour: 'wait',
  answeredInDay: 'wait',
  waitedForDay: 'wait',
};

function countsBetween(before: Counted, now: Counted): Counted {
  const counts: Counted = {};
  for (const id of COUNT_IDS) {
    const difference = (now[id] ?? 0) - (before[id] ?? 0);
    if (difference !== 0) counts[id] = difference;
  }
  return counts;
}

/** Also of a time that is another one. */
function timesBetween(before: LeadShare['minutes'], now: LeadShare['minutes']): LeadEntry['times'] {
  const times: LeadEntry['times'] = {};
  for (const what of TAKEN_TIMES) {
    const [was, is] = [before[what] ?? [], now[what] ?? []];
    if (was.length !== is.length || was.some((minutes, place) => minutes !== is[place]))
      times[what] = is.length - was.length;
  }
  return times;
}

type SpendShare = { side: Side; minor: number } | undefined;

function spendEntry(spend: string, before: SpendShare, now: SpendShare): Entry | null {
  const side = now?.side ?? before?.side;
  const minor = (now?.minor ?? 0) - (before?.minor ?? 0);
  if (!side || (before && now && minor === 0)) return null;
  const why = before ? (now ? 'spread' : 'withdrawn') : 'recorded';
  return { kind: 'spend', spend, side, why, minor };
}

function dealEntry(
  lead: LeadId,
  before: number | null | undefined,
  now: number | null | undefined,
): Entry | null {
  if (before === now) return null;
  const why = before === undefined ? 'booked' : now === undefined ? 'reopened' : 'value';
  const deals = Number(now !== undefined) - Number(before !== undefined);
  return { kind: 'deal', lead, why, deals, minor: (now ?? 0) - (before ?? 0) };
}

/** What an entry adds to the parts of a figure: its numerator, its denominator. */
export interface Added {
  part: number;
  of: number;
}

/** Null where the entry does not touch the figure. */
export function addedTo({ formula }: Metric, entry: Entry): Added | null {
  switch (entry.kind) {
    case 'lead':
      return addedByLead(formula, entry);
    case 'spend':
      return addedBySpend(formula, entry);
    case 'deal':
      if (formula.kind !== 'booked') return null;
      return some({ part: formula.what === 'deals' ? entry.deals : entry.minor, of: 0 });
    default:
      return entry satisfies never;
  }
}

function addedByLead(formula: Formula, { counts, times, won }: LeadEntry): Added | null {
  const count = (ids: readonly CountId[]) => ids.reduce((sum, id) => sum + (counts[id] ?? 0), 0);
  switch (formula.kind) {
    case 'count':
      return some({ part: count([formula.of]), of: 0 });
    case 'rate':
      return some({ part: count([formula.part]), of: count(formula.of) });
    case 'cost':
      return some({ part: 0, of: count([formula.per]) });
    case 'return':
      return some({ part: won, of: 0 });
    case 'time': {
      const of = times[formula.what];
      return of === undefined ? null : { part: 0, of };
    }
    case 'spent':
    case 'booked':
      return null;
    default:
      return formula satisfies never;
  }
}

/** An amount of nothing touches it as well: with it the cost is known. */
function addedBySpend(formula: Formula, { side, minor }: SpendEntry): Added | null {
  if (formula.kind === 'return') return { part: 0, of: minor };
  if (formula.kind !== 'cost' && formula.kind !== 'spent') return null;
  return formula.side === null || formula.side === side ? { part: minor, of: 0 } : null;
}

function some(added: Added): Added | null {
  return added.part === 0 && added.of === 0 ? null : added;
}
