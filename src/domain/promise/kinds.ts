/**
 * The kinds of promises: everything that somebody here owes to somebody else, as data. What is chased, shown and counted is read of rows
 * by their kind, so that a new thing to be chased is an entry here, a line in `moves.ts` for what starts and ends it, and its sentences.
 *
 * Targets of the first three are settings; the others have theirs here, in working days.
 */
import type { Priority } from '../lead/lead.ts';
import type { PromiseTargets } from '../promise.ts';
import { type Calendar, workdayMinutes } from '../time/calendar.ts';

/** Who owes or is owed something together: whoever of them is there. */
export const SIDES = ['sales', 'marketing'] as const;
export type PromiseSide = (typeof SIDES)[number];

type PromiseAbout = 'lead' | 'story' | 'request';

/** Whom a step speaks to: whoever is bound, who waits for it, the managers. */
type NagTo = 'bound' | 'waiting' | 'managers';

export interface DailyStep {
  step: string;
  /** Fraction of the promise's target. */
  after: number;
  to: NagTo;
}

interface PromiseRule {
  about: PromiseAbout;
  owedBy: PromiseSide;
  owedTo: PromiseSide;
  /** In working days of whom it binds; null: a target of the settings, or a date that was named. */
  days: number | null;
  /** Chased only once what this kind asks for has been done. */
  after: string | null;
  /** Chased by one message a person and day; null: by the ladder of leads, step by step (domain/nag). */
  daily: readonly DailyStep[] | null;
}

const BOUND_THEN_MANAGERS: readonly DailyStep[] = [
  { step: 'near', after: 0.8, to: 'bound' },
  { step: 'breach', after: 1, to: 'bound' },
  { step: 'manager', after: 2, to: 'managers' },
];

/** Who is asked first, then who asks. */
const THEN_WHO_WAITS: readonly DailyStep[] = [
  ...BOUND_THEN_MANAGERS.slice(0, 2),
  { step: 'waiting', after: 1.2, to: 'waiting' },
  ...BOUND_THEN_MANAGERS.slice(2),
];

export const PROMISE_KINDS = {
  /** Somebody takes a new lead. */
  claim: { about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: null, daily: null },
  /** Its owner makes the first contact. */
  contact: { about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: null, daily: null },
  /** Its owner says what it is worth. */
  verdict: { about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: 'contact', daily: null },
  /** Marketing puts right what a lead was sent back for. */
  mend: {
    about: 'lead',
    owedBy: 'marketing',
    owedTo: 'sales',
    days: 2,
    after: null,
    daily: BOUND_THEN_MANAGERS,
  },
  /** Marketing says whether it takes a story. */
  decide: {
    about: 'story',
    owedBy: 'marketing',
    owedTo: 'sales',
    days: 5,
    after: null,
    daily: BOUND_THEN_MANAGERS,
  },
  /** The field answers what marketing asked for. */
  answer: {
    about: 'request',
    owedBy: 'sales',
    owedTo: 'marketing',
    days: null,
    after: null,
    daily: THEN_WHO_WAITS,
  },
} as const satisfies Record<string, PromiseRule>;

export type PromiseKind = keyof typeof PROMISE_KINDS;

/** About a lead, in the order in which they are owed. */
export const LEAD_KINDS = ['claim', 'contact', 'verdict', 'mend'] as const satisfies PromiseKind[];
export type LeadPromiseKind = (typeof LEAD_KINDS)[number];

/** About a story, or the request that it answers. */
export const STORY_KINDS = ['decide', 'answer'] as const satisfies PromiseKind[];
export type StoryPromiseKind = (typeof STORY_KINDS)[number];

/** Whatever is chased by the message of the day: all that is here, also what was added a moment ago. */
export function dailyKinds(): PromiseKind[] {
  return (Object.keys(PROMISE_KINDS) as PromiseKind[]).filter((kind) => ruleOf(kind).daily !== null);
}

export function ruleOf(kind: PromiseKind): PromiseRule {
  return PROMISE_KINDS[kind];
}

/** In working minutes. Those of the settings depend on the priority of the lead. */
export function targetOf(
  kind: PromiseKind,
  priority: Priority,
  { promises, calendar }: { promises: PromiseTargets; calendar: Calendar },
): number {
  if (kind in promises) return promises[kind as keyof PromiseTargets][priority];
  return (ruleOf(kind).days ?? 1) * workdayMinutes(calendar);
}
