/**
 * An insight request: marketing asks the field for one thing it knows (a case study, a photo, an objection…), by a date.
 *
 * Life: open → answered, once marketing has accepted a story for it. Anybody may ask; whoever is asked tells a story, names
 * somebody who knows, or says that they can't help (reply.ts), as long as it is open.
 * Two submissions of the same modal are the same request.
 *
 * Shown as the post in the field channel and as direct messages, by slack/views/insight/insight-post. Stored by store/insight.
 */
import { AppError, type FieldProblem } from '../../errors.ts';
import type { PersonId } from '../team/actor.ts';
import type { InsightKind } from './insight-kind.ts';

export type InsightRequestId = string & { readonly __insightRequest: never };

type RequestState = 'open' | 'answered';

/** All text is as it was typed: escape it on the way out. */
export interface RequestFacts {
  kind: InsightKind;
  topic: string;
  segment: string | null;
  product: string | null;
  /** What it is for: people help sooner when they know. */
  purpose: string;
  people: PersonId[];
  /** YYYY-MM-DD. */
  dueDate: string;
}

export interface InsightRequest extends RequestFacts {
  id: InsightRequestId;
  askedBy: PersonId;
  /** Epoch ms. */
  askedAt: number;
  state: RequestState;
  /** The field channel at the time it was asked; null: only the people named were asked. */
  channel: string | null;
  version: number;
}

interface Ask {
  id: InsightRequestId;
  by: PersonId;
  now: number;
  /** The team's calendar day now. */
  today: string;
  fieldChannel: string | null;
}

export function ask(asking: RequestFacts, { id, by, now, today, fieldChannel }: Ask): InsightRequest {
  const people = [...new Set(asking.people)].filter((person) => person !== by);
  const problems = problemsOf({ ...asking, people }, { today, fieldChannel });
  if (problems.length > 0) throw new AppError('invalid', 'Some answers need another look.', { problems });
  return {
    ...asking,
    people,
    id,
    askedBy: by,
    askedAt: now,
    state: 'open',
    channel: fieldChannel,
    version: 1,
  };
}

function problemsOf(asking: RequestFacts, { today, fieldChannel }: Pick<Ask, 'today' | 'fieldChannel'>) {
  const problems: FieldProblem[] = [];
  if (asking.dueDate < today) problems.push({ field: 'dueDate', message: 'Choose today or a later day.' });
  if (fieldChannel === null && asking.people.length === 0) {
    const message = 'No field channel is set yet: name at least one other person.';
    problems.push({ field: 'people', message });
  }
  return problems;
}

/** Once a story was accepted, whoever is slower is told so instead of working for nothing. */
export function assertOpen(request: InsightRequest): void {
  if (request.state === 'open') return;
  throw new AppError('stale', `<@${request.askedBy}> has what was asked for here. Thank you all the same.`);
}

export function answered(request: InsightRequest): InsightRequest {
  return { ...request, state: 'answered' };
}

export function requestNotFound(): AppError {
  return new AppError('not_found', 'This request is not in the database any more.');
}
