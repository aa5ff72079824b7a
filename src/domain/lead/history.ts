/**
 * What another program tells of a lead's life until today, out of a file: who had it, how far it came and when. Told, and not done here: each step
 * stands in the history at its own time and is no move that anybody could undo. It promises nothing to anybody.
 */
import type { Money } from '../money/money.ts';
import type { RejectReason } from '../reject-reason/reject-reason.ts';
import type { Actor, PersonId } from '../team/actor.ts';
import { type Lead, type LeadLife, lifeOf } from './lead.ts';
import type { LeadEvent, LeadEventKind } from './lead-event.ts';

/** How far a lead has come elsewhere, in the order in which it comes there. */
export const TOLD_STATES = [
  'new',
  'working',
  'contacted',
  'qualified',
  'resting',
  'rejected',
  'won',
  'lost',
] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** Instants are epoch ms; whatever is not told is left out. */
export interface LeadHistory {
  state?: ToldState;
  owner?: PersonId;
  contactedAt?: number;
  qualifiedAt?: number;
  rejectedAt?: number;
  wonAt?: number;
  lostAt?: number;
  /** When it was over, whichever way. */
  closedAt?: number;
  /** In the other program's words. */
  rejectReason?: string;
  value?: Money;
}

interface Telling {
  /** Who tells. */
  actor: Actor;
  /** When we hear of it. */
  now: number;
  /** Of the reject reasons that one which the words mean; null: none of them. */
  reason: RejectReason | null;
}

export interface Told {
  lead: Lead;
  /** In the order in which they happened. */
  events: LeadEvent[];
}

/**
 * The lead as it has become, with a line of history for each step that is news; null where nothing is. Of a step whose day is not told only the step
 * is known: it counts in what became of a cohort, and in no time between two steps.
 */
export function tellHistory(lead: Lead, history: LeadHistory, telling: Telling): Told | null {
  const told = lead.activeAt === null ? history : dealOf(history);
  const state = toldState(told);
  if (state === null) return null;
  // Whose it is may be corrected by a file that has not heard how far it has come.
  const step = isBehind(lead, state) ? ownerOf(lead, told) : STEPS[state](lead, told, telling);
  const life: LeadLife = { ...lifeOf(lead), ...step };
  if (isSameLife(life, lead)) return null;
  const next: Lead = { ...lead, ...life };
  return { lead: next, events: eventsBetween(lead, next, { told, telling }) };
}

/** All that is heard of a lead on which somebody here works. */
function dealOf({ state, wonAt, lostAt, closedAt, rejectReason, value }: LeadHistory): LeadHistory {
  const told = { state, wonAt, lostAt, closedAt, rejectReason, value };
  return Object.fromEntries(Object.entries(told).filter(([, each]) => each !== undefined));
}

/** Won or lost, there. */
export function tellsDeal(told: LeadHistory): boolean {
  const state = toldState(told);
  return state === 'won' || state === 'lost';
}

/** The word goes before the dates: those of a later step may be left over from a mistake. Null: nothing is told. */
export function toldState(told: LeadHistory): ToldState | null {
  const { state } = told;
  if (state === 'new' || state === 'working') return told.contactedAt === undefined ? state : 'contacted';
  if (state !== undefined) return state;
  if (told.wonAt !== undefined) return 'won';
  if (told.lostAt !== undefined) return 'lost';
  if (told.rejectedAt !== undefined) return 'rejected';
  if (told.qualifiedAt !== undefined) return 'qualified';
  if (told.contactedAt !== undefined) return 'contacted';
  return told.owner === undefined ? null : 'new';
}

/** What a file that tells of a lead which is here already is to it: news, what we know, or something else than we know. */
export type Tidings = 'news' | 'known' | 'otherwise';

/**
 * Whoever has worked on a lead here knows better than a file, but for the deal: that is the other program's. Where nobody has, the lead goes on as
 * it does there, and not back: an export of leads often does not know of their deals.
 */
export function weighHistory(lead: Lead, told: LeadHistory): Tidings {
  const state = toldState(told);
  if (state === null || lead.state === 'merged') return 'known';
  const own = ownState(lead);
  const goesOn = tellsDeal(told) || (lead.activeAt === null && RANK[state] >= RANK[own]);
  if (goesOn) return 'news';
  if (!isBehind(lead, state)) return state === own ? 'known' : 'otherwise';
  return lead.activeAt === null && ownerOf(lead, told).owner !== lead.owner ? 'news' : 'known';
}

function isBehind(lead: Lead, state: ToldState): boolean {
  const own = ownState(lead);
  return RANK[state] < RANK[own] && (RANK[own] < RANK.won ? OPEN.has(own) : state === 'qualified');
}

const RANK: Readonly<Record<ToldState, number>> = {
  ...{ new: 0, working: 1, contacted: 2, qualified: 3, resting: 3, rejected: 3, won: 4, lost: 4 },
};

/** Whoever is further says nothing against what was before. */
const OPEN: ReadonlySet<ToldState> = new Set(['working', 'contacted', 'qualified']);

function ownState(lead: Lead): ToldState {
  switch (lead.state) {
    case 'new':
      return 'new';
    case 'claimed':
      if (lead.claimedAt === null) return 'new';
      return lead.contactedAt === null ? 'working' : 'contacted';
    case 'returned':
    case 'merged':
      return 'rejected';
    default:
      return lead.state;
  }
}

type Step = (lead: Lead, told: LeadHistory, telling: Telling) => Partial<LeadLife>;

const STEPS: Readonly<Record<ToldState, Step>> = {
  // It is its owner's, who has not said anything yet; without an owner it is anybody's.
  new: (lead, { owner }) =>
    owner === undefined ? {} : { state: 'claimed', owner, claimedAt: lead.claimedAt },
  working: (lead, told, { now }) => ({
    ...{ state: 'claimed', ...ownerOf(lead, told) },
    claimedAt: lead.claimedAt ?? told.contactedAt ?? now,
  }),
  contacted: (lead, told, { now }) => {
    const contactedAt = told.contactedAt ?? lead.contactedAt ?? now;
    return {
      state: 'claimed',
      ...ownerOf(lead, told),
      claimedAt: lead.claimedAt ?? contactedAt,
      contactedAt,
    };
  },
  qualified: (lead, told) => ({ state: 'qualified', ...qualifiedOf(lead, told), ...worthOf(lead, told) }),
  resting: (lead, told, telling) => ({ state: 'resting', ...rejectedOf(lead, told, telling) }),
  rejected: (lead, told, telling) => ({ state: 'rejected', ...rejectedOf(lead, told, telling) }),
  won: (lead, told) => ({
    ...{ state: 'won', ...qualifiedOf(lead, told), ...worthOf(lead, told) },
    closedAt: told.wonAt ?? told.closedAt ?? (lead.state === 'won' ? lead.closedAt : null),
  }),
  lost: (lead, told) => ({
    ...{ state: 'lost', ...qualifiedOf(lead, told), ...worthOf(lead, told) },
    closedAt: told.lostAt ?? told.closedAt ?? (lead.state === 'lost' ? lead.closedAt : null),
  }),
};

function ownerOf(lead: Lead, { owner }: LeadHistory): Pick<LeadLife, 'owner'> {
  return { owner: owner ?? lead.owner };
}

/** Whoever qualifies a lead has taken it and spoken with it; when, is known at the latest of that day. */
function qualifiedOf(lead: Lead, told: LeadHistory) {
  const verdictAt = told.qualifiedAt ?? lead.verdictAt;
  const contactedAt = told.contactedAt ?? lead.contactedAt ?? verdictAt;
  return {
    ...ownerOf(lead, told),
    ...{ verdictAt, contactedAt, claimedAt: lead.claimedAt ?? contactedAt, restsUntil: null },
  };
}

function worthOf(lead: Lead, { value }: LeadHistory): Pick<LeadLife, 'value'> {
  return { value: value ?? lead.value };
}

/** What no reason of ours says is said by the note. It is over there: nothing comes back by itself, and nobody has to mend anything. */
function rejectedOf(lead: Lead, told: LeadHistory, { reason }: Telling) {
  const isDropped = reason?.outcome.kind === 'dropped';
  const isResting = toldState(told) === 'resting';
  const outcome = isDropped ? 'dropped' : isResting ? 'rests' : 'closed';
  return {
    ...ownerOf(lead, told),
    contactedAt: told.contactedAt ?? lead.contactedAt,
    verdictAt: told.rejectedAt ?? told.closedAt ?? lead.verdictAt,
    rejection: { reason: reason?.code ?? OTHER, detail: null, outcome } as const,
    verdictNote: reason ? null : (told.rejectReason ?? lead.verdictNote),
  };
}

/** The code of the reason that says why in words. */
const OTHER = 'other';

function isSameLife(life: LeadLife, lead: Lead): boolean {
  return Object.entries(life).every(([field, value]) => isSame(value, lead[field as keyof LeadLife]));
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === null || other === null || typeof one !== 'object' || typeof other !== 'object')
    return one === other;
  return Object.entries(one).every(([key, value]) => value === (other as Record<string, unknown>)[key]);
}

interface Between {
  told: LeadHistory;
  telling: Telling;
}

function eventsBetween(from: Lead, to: Lead, { told, telling }: Between): LeadEvent[] {
  const { actor, now } = telling;
  const events: LeadEvent[] = [];
  const add = <Kind extends LeadEventKind>(
    kind: Kind,
    at: number | null,
    data: Extract<LeadEvent, { kind: Kind }>['data'],
  ) => events.push({ kind, at: at ?? now, actor, data } as LeadEvent);
  if (to.owner !== null && to.owner !== from.owner)
    add('assigned', earliest(to) ?? now, { to: to.owner, note: null, turn: null });
  if (isTaken(from, to)) add('claimed', earliest(to), {});
  if (to.contactedAt !== null && to.contactedAt !== from.contactedAt) add('contacted', to.contactedAt, {});
  const isVerdictNews = to.state !== from.state || to.verdictAt !== from.verdictAt;
  if (isQualified(to) && isVerdictNews && (to.verdictAt !== from.verdictAt || to.state === 'qualified'))
    add('qualified', to.verdictAt, { note: null, exception: null, value: to.value });
  if (to.state === 'rejected' || to.state === 'resting') {
    const reason = to.rejection?.reason ?? OTHER;
    add('rejected', to.verdictAt, { reason, detail: null, note: to.verdictNote, right: null });
  }
  if (to.state === 'won' || to.state === 'lost')
    add(to.state, to.closedAt, { value: to.value, reason: told.rejectReason ?? null, on: null });
  // A value alone, say.
  if (events.length === 0 && to.state === 'qualified')
    add('qualified', to.verdictAt, { note: null, exception: null, value: to.value });
  return events;
}

/** By whom it was given to, or by nobody knows whom: of a lead that was qualified somebody had taken hold. To be somebody’s from now on is a line of its own. */
function isTaken(from: Lead, to: Lead): boolean {
  if (to.owner !== from.owner || from.claimedAt !== null) return false;
  return to.claimedAt !== null || (isQualified(to) && from.state === 'new');
}

function earliest({ claimedAt, contactedAt, verdictAt, closedAt }: Lead): number | null {
  return claimedAt ?? contactedAt ?? verdictAt ?? closedAt;
}

function isQualified({ state }: Lead): boolean {
  return state === 'qualified' || state === 'won' || state === 'lost';
}
