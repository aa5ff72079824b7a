/** What becomes of rejects, as a promise: whoever was asked owes an answer, and owes it again once the answer is taken back. */
import { type RejectedLead, type Rejects, standing } from '../rejects/rejects.ts';
import type { Actor } from '../team/actor.ts';
import { promiseCalendarOf } from '../team/person.ts';
import { chasedAfter } from './chase.ts';
import { ruleOf, targetOf } from './kinds.ts';
import type { Making } from './lead-promises.ts';
import { ended, makePromise, openedAgain, type PromiseId, type TeamPromise } from './promise.ts';

export interface RejectsMoved {
  rejects: Rejects;
  /** As they are after it. */
  leads: readonly RejectedLead[];
  by: Actor;
  at: number;
  /** The event: of the answer, or of the lead that was rejected no more. */
  eventId: string;
}

/** The rows that it has changed or starts; `rows` are all that there were of these rejects, in order. */
export function promisesAfterRejects(
  rows: readonly TeamPromise[],
  moved: RejectsMoved,
  making: Making,
): TeamPromise[] {
  const { rejects, leads, by, at, eventId } = moved;
  const isOwed = rejects.answer === null && standing(leads).length > 0;
  const last = rows.at(-1);
  if (!last) return isOwed ? chasedAfter([asked(moved, making)], [], null) : [];
  const isRunning = last.end === null;
  if (isOwed === isRunning) return [];
  if (isOwed) return chasedAfter([openedAgain(last)], rows, null);
  const why = rejects.answer ? 'kept' : 'undone';
  return chasedAfter([ended(last, why, { at, by, move: eventId })], rows, null);
}

function asked({ rejects, eventId, at }: RejectsMoved, { settings, newId }: Making): TeamPromise {
  const calendar = promiseCalendarOf(rejects.owner, settings);
  return makePromise({
    ...{ kind: 'answer_rejects', calendar, about: rejects.id, startedAt: at, startMove: eventId },
    owedBy: rejects.owner ?? ruleOf('answer_rejects').owedBy,
    id: newId('promise') as PromiseId,
    target: targetOf('answer_rejects', 'standard', { calendar, promises: settings.promises }),
  });
}
