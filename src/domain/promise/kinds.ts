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

type PromiseAbout = 'lead' | 'story' | 'request' | 'rejects';

/** Whom a step calls: nobody by name, whoever is bound, the reps at work, who waits for it, or the managers. */
type NagTo = 'nobody' | 'bound' | 'on_duty' | 'waiting' | 'managers';

/**
 * A line in the thread of the card, the post in the leads channel, a direct message with the buttons, each working day's message to a person
 * (and once a line in the thread), or a move: back to the channel.
 */
type NagHow = 'thread' | 'channel' | 'dm' | 'daily' | 'daily_and_thread' | 'move';

/** A step of the ladder: what is said after which part of the target, to whom and how. */
export interface NagStep {
  step: 'near' | 'breach' | 'waiting' | 'manager' | 'release';
  /** Fraction of the promise's target. */
  after: number;
  to: NagTo;
  how: NagHow;
}

interface PromiseRule {
  about: PromiseAbout;
  owedBy: PromiseSide;
  owedTo: PromiseSide;
  /** In working days of whom it binds; null: a target of the settings, or a date that was named. */
  days: number | null;
  /** Chased only once what this kind asks for has been done. */
  after: string | null;
  /** In order of time. */
  steps: readonly NagStep[];
}

const NEAR: NagStep = { step: 'near', after: 0.8, to: 'nobody', how: 'thread' };
const MANAGERS: NagStep = { step: 'manager', after: 2, to: 'managers', how: 'daily_and_thread' };

/** In the channel, since it is nobody's yet. */
const CHANNEL_STEPS: readonly NagStep[] = [
  NEAR,
  { step: 'breach', after: 1, to: 'on_duty', how: 'channel' },
  MANAGERS,
];

const OWNER_STEPS: readonly NagStep[] = [
  NEAR,
  { step: 'breach', after: 1, to: 'bound', how: 'dm' },
  MANAGERS,
];

/** Never sooner than so much after a manager has heard of it. */
const RELEASE: NagStep = { step: 'release', after: 3, to: 'nobody', how: 'move' };

const DAILY_STEPS: readonly NagStep[] = [
  { step: 'near', after: 0.8, to: 'bound', how: 'daily' },
  { step: 'breach', after: 1, to: 'bound', how: 'daily' },
  { step: 'manager', after: 2, to: 'managers', how: 'daily' },
];

/** Who is asked first, then who asks. */
const THEN_WHO_WAITS: readonly NagStep[] = [
  ...DAILY_STEPS.slice(0, 2),
  { step: 'waiting', after: 1.2, to: 'waiting', how: 'daily' },
  ...DAILY_STEPS.slice(2),
];

export const PROMISE_KINDS = {
  /** Somebody takes a new lead. */
  claim: {
    ...{ about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: null },
    steps: CHANNEL_STEPS,
  },
  /** Who was given a lead says that they have it. */
  take: {
    ...{ about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: null },
    steps: [...OWNER_STEPS, RELEASE],
  },
  /** Its owner makes the first contact. */
  contact: {
    ...{ about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: null },
    steps: [...OWNER_STEPS, RELEASE],
  },
  /** Its owner says what it is worth. */
  verdict: {
    ...{ about: 'lead', owedBy: 'sales', owedTo: 'marketing', days: null, after: 'contact' },
    steps: OWNER_STEPS,
  },
  /** Marketing puts right what a lead was sent back for. */
  mend: {
    about: 'lead',
    owedBy: 'marketing',
    owedTo: 'sales',
    days: 2,
    after: null,
    steps: DAILY_STEPS,
  },
  /** Marketing says whether it takes a story. */
  decide: {
    about: 'story',
    owedBy: 'marketing',
    owedTo: 'sales',
    days: 5,
    after: null,
    steps: DAILY_STEPS,
  },
  /** The field answers what marketing asked for. */
  answer: {
    about: 'request',
    owedBy: 'sales',
    owedTo: 'marketing',
    days: null,
    after: null,
    steps: THEN_WHO_WAITS,
  },
  /** Marketing says what it has changed after rejects, or why nothing. */
  answer_rejects: {
    about: 'rejects',
    owedBy: 'marketing',
    owedTo: 'sales',
    days: 3,
    after: null,
    steps: DAILY_STEPS,
  },
} as const satisfies Record<string, PromiseRule>;

export type PromiseKind = keyof typeof PROMISE_KINDS;

/** About a lead, in the order in which they are owed. */
export const LEAD_KINDS = ['claim', 'take', 'contact', 'verdict', 'mend'] as const satisfies PromiseKind[];
export type LeadPromiseKind = (typeof LEAD_KINDS)[number];

/** About a story, or the request that it answers. */
export const STORY_KINDS = ['decide', 'answer'] as const satisfies PromiseKind[];
export type StoryPromiseKind = (typeof STORY_KINDS)[number];

/** About the rejects of a campaign. */
export const REJECTS_KINDS = ['answer_rejects'] as const satisfies PromiseKind[];

/** All that there are, also one that was added a moment ago. */
export function promiseKinds(): PromiseKind[] {
  return Object.keys(PROMISE_KINDS) as PromiseKind[];
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
  const promised = kind === 'take' ? 'claim' : kind;
  if (promised in promises) return promises[promised as keyof PromiseTargets][priority];
  return (ruleOf(kind).days ?? 1) * workdayMinutes(calendar);
}
