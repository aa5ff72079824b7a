/** What becomes of a request to the field and of the stories that answer it, as promises: the field owes an answer, marketing a decision. */
import type { InsightRequest } from '../insight/insight-request.ts';
import type { Story } from '../story/story.ts';
import type { PersonId } from '../team/actor.ts';
import { promiseCalendarOf } from '../team/person.ts';
import { endOfHours, workdayMinutes, workingMinutesBetween } from '../time/calendar.ts';
import { chasedAfter } from './chase.ts';
import { ruleOf, type StoryPromiseKind, targetOf } from './kinds.ts';
import type { Making } from './lead-promises.ts';
import { STORY_MOVES, type StoryMoveName } from './moves.ts';
import { type Bound, ended, makePromise, type PromiseId, personOf, type TeamPromise } from './promise.ts';

export interface StoryMoved {
  name: StoryMoveName;
  by: PersonId;
  at: number;
  eventId: string;
  /** As they are after it. */
  story: Story | null;
  request: InsightRequest | null;
}

/** The rows that it has changed and those that it starts; `rows` are those that run about the story and about its request. */
export function promisesAfterStoryMove(
  rows: readonly TeamPromise[],
  moved: StoryMoved,
  making: Making,
): TeamPromise[] {
  const { name, at, by, eventId } = moved;
  const endings = rows.flatMap((row) => {
    const cell = STORY_MOVES[name][row.kind as StoryPromiseKind];
    return cell === 'none' || cell === 'goes_on' ? [] : [ended(row, cell, { at, by, move: eventId })];
  });
  const goOn = rows.filter((row) => !endings.some(({ id }) => id === row.id));
  const starts = startsOf(moved, making).filter(({ kind }) => !goOn.some((row) => row.kind === kind));
  return chasedAfter([...endings, ...starts], rows, null);
}

function startsOf(moved: StoryMoved, making: Making): TeamPromise[] {
  const { name, story, request } = moved;
  switch (name) {
    case 'asked':
      return request ? [answer(moved, { request, owedBy: whoIsAsked(request) }, making)] : [];
    case 'told':
    case 'retold':
      return story ? [decide(moved, story, making)] : [];
    case 'asked_back':
      return story && isOpen(request) ? [answer(moved, { request, owedBy: story.toldBy }, making)] : [];
    case 'declined':
      return isOpen(request) ? [answer(moved, { request, owedBy: whoIsAsked(request) }, making)] : [];
    default:
      return [];
  }
}

function isOpen(request: InsightRequest | null): request is InsightRequest {
  return request?.state === 'open';
}

function whoIsAsked({ people }: InsightRequest): Bound {
  const [first, second] = people;
  return first !== undefined && second === undefined ? first : 'sales';
}

function decide({ at, eventId }: StoryMoved, story: Story, { settings, newId }: Making): TeamPromise {
  const calendar = promiseCalendarOf(null, settings);
  return makePromise({
    ...{ kind: 'decide', calendar, about: story.id, startedAt: at, startMove: eventId },
    ...{ owedBy: ruleOf('decide').owedBy, owedTo: story.toldBy },
    id: newId('promise') as PromiseId,
    target: targetOf('decide', 'standard', { calendar, promises: settings.promises }),
  });
}

/**
 * By the end of work on the day that was named, at night the end of the shift that begins on that day; where that is over, within a working
 * day.
 */
function answer(
  { at, eventId }: StoryMoved,
  { request, owedBy }: { request: InsightRequest; owedBy: Bound },
  { settings, newId }: Making,
): TeamPromise {
  const calendar = promiseCalendarOf(personOf(owedBy), settings);
  const named = workingMinutesBetween(calendar, at, endOfHours(calendar, request.dueDate));
  return makePromise({
    ...{ kind: 'answer', calendar, about: request.id, startedAt: at, startMove: eventId },
    ...{ owedBy, owedTo: request.askedBy },
    id: newId('promise') as PromiseId,
    target: Math.round(named) || workdayMinutes(calendar),
  });
}
