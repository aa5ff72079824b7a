/**
 * A promise: what somebody owes to somebody, about one thing, by a time that was fixed when it was made, in the working time as it was then.
 *
 * Life: it runs until a move ends it (`moves.ts` says which move ends which kind how). It ends kept; or waived with a reason, where a move
 * took it off its owner in time; or broken: whatever ends it after its due time, it was broken then. Nobody deletes or rewrites one; only
 * undo opens again what the undone move has ended.
 * At most one of a kind about the same thing runs.
 *
 * Made by lead-promises, story-promises and rejects-promises. Chased by nag, shown by the card, Home and digests. Stored by store/promise.
 */
import type { Actor, PersonId } from '../team/actor.ts';
import { type PromiseCalendar, withoutLeave } from '../team/person.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../time/calendar.ts';
import { type PromiseKind, type PromiseSide, promiseKinds, ruleOf, SIDES } from './kinds.ts';

export type PromiseId = string & { readonly __promise: never };

/** A person, or whoever of a side is there. */
export type Bound = PersonId | PromiseSide;

/** Why nobody owes it any more, though it was not done. */
type WaivedWhy =
  | 'judged_unseen'
  | 'assigned'
  | 'entered'
  | 'released'
  | 'silent'
  | 'deactivated'
  | 'handed_over'
  | 'reopened'
  | 'merged'
  | 'split'
  | 'outcome_known'
  | 'undone'
  | 'overtaken';

export interface PromiseEnd {
  at: number;
  by: Actor;
  /** The event that ended it; undo of that one opens it again. */
  move: string;
  how: 'kept' | 'broken' | 'waived';
  /** Of a broken one: null where it was done after all. */
  why: WaivedWhy | null;
  /** By how many working minutes it was broken. */
  late: number | null;
}

/** How far its reminders have gone. Instants are epoch ms. */
interface Chase {
  /** From when the steps count: its start, the last sign of work, the end of a snooze. */
  cycleAt: number;
  /** The last step that was said in this cycle. */
  said: string | null;
  /** When the managers were told in this cycle. */
  toldAt: number | null;
  /** When to look at it again; null: there is nothing more to say. */
  lookAt: number | null;
}

export interface TeamPromise extends Chase {
  id: PromiseId;
  kind: PromiseKind;
  /** Of the lead, the story, the request or the rejects. */
  about: string;
  owedBy: Bound;
  owedTo: Bound;
  startedAt: number;
  /** The event that started it. */
  startMove: string;
  dueAt: number;
  /** Working minutes between start and due time. */
  target: number;
  calendar: PromiseCalendar;
  /** About a test: shown to whom it binds, counted by nobody. */
  isTest: boolean;
  /** Null while it runs. */
  end: PromiseEnd | null;
}

export type PromiseStatus = 'running' | 'overdue' | PromiseEnd['how'];

export function statusOf({ end, dueAt }: Pick<TeamPromise, 'end' | 'dueAt'>, now: number): PromiseStatus {
  if (end) return end.how;
  return now > dueAt ? 'overdue' : 'running';
}

/** Broken from its due time on, also while it still runs. */
export function isBroken(promise: Pick<TeamPromise, 'end' | 'dueAt'>, now: number): boolean {
  return ['overdue', 'broken'].includes(statusOf(promise, now));
}

/** What a move says of a promise that it ends in time. */
export type InTime = 'kept' | WaivedWhy;

/** Past its due time it is broken, whatever the move says. */
export function ended(
  promise: TeamPromise,
  as: InTime,
  move: Pick<PromiseEnd, 'at' | 'by' | 'move'>,
): TeamPromise {
  const why = as === 'kept' ? null : as;
  const isLate = move.at > promise.dueAt;
  const how = isLate ? 'broken' : why ? 'waived' : 'kept';
  const { at, by, move: event } = move;
  const late = isLate ? lateBy(promise, at) : null;
  return { ...promise, lookAt: null, end: { at, by, move: event, how, why, late } };
}

/** In whole working minutes of whom it binds, as it was then. */
export function lateBy({ calendar, dueAt }: Pick<TeamPromise, 'calendar' | 'dueAt'>, at: number): number {
  return Math.round(workingMinutesBetween(withoutLeave(calendar), dueAt, at));
}

/** The only way back: the move that ended it was undone. */
export function openedAgain(promise: TeamPromise): TeamPromise {
  return { ...promise, end: null };
}

export type NewPromise = Pick<
  TeamPromise,
  'id' | 'kind' | 'about' | 'owedBy' | 'startedAt' | 'startMove' | 'target' | 'calendar'
> &
  Partial<Pick<TeamPromise, 'owedTo' | 'dueAt' | 'isTest'>>;

/** Due after so much working time, where no time was named. */
export function makePromise(made: NewPromise): TeamPromise {
  const { kind, calendar, startedAt, target } = made;
  return {
    owedTo: ruleOf(kind).owedTo,
    dueAt: addWorkingMinutes(withoutLeave(calendar), startedAt, target),
    isTest: false,
    ...made,
    end: null,
    cycleAt: startedAt,
    said: null,
    toldAt: null,
    lookAt: null,
  };
}

/** Null: the side owes it together. */
export function personOf(bound: Bound): PersonId | null {
  return SIDES.some((side) => side === bound) ? null : (bound as PersonId);
}

/** What somebody has to act on next: of those that run about one thing the first in the order of their kinds. */
export function nextOwed(running: readonly TeamPromise[]): TeamPromise | null {
  const order = promiseKinds();
  const inOrder = running
    .filter(({ end }) => end === null)
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return inOrder[0] ?? null;
}
