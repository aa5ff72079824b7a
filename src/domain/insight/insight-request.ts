/**
 * An insight request: marketing asks the field for one thing it knows (a case study, a photo, an objection…), by a date.
 *
 * Life: open → answered, once marketing has accepted a story for it. Anybody may ask; whoever is asked tells a story, names
 * somebody who knows, or says that they can't help (reply.ts), as long as it is open.
 * Two submissions of the same modal are the same request.
 *
 * Shown as the post in the field channel and as direct messages, by slack/views/insight/insight-post. Stored by store/insight.
 */
import { fieldProblem, refuse, refuseFields } from '../refusals.ts';
import type { PersonId } from '../team/actor.ts';
import type { Settings } from '../team/settings.ts';
import { addWorkingDays } from '../time/calendar.ts';
import { dayIn } from '../time/day.ts';
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
  if (problems.length > 0) throw refuseFields(problems);
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

const NEEDED = ['topic', 'purpose'] as const;

function problemsOf(asking: RequestFacts, { today, fieldChannel }: Pick<Ask, 'today' | 'fieldChannel'>) {
  const problems = NEEDED.filter((field) => asking[field].trim() === '').map((field) =>
    fieldProblem(field, 'field_needed'),
  );
  if (asking.dueDate < today) problems.push(fieldProblem('dueDate', 'due_date_past'));
  if (fieldChannel === null && asking.people.length === 0)
    problems.push(fieldProblem('people', 'nobody_to_ask'));
  return problems;
}

/** Once a story was accepted, whoever is slower is told so instead of working for nothing. */
export function assertOpen(request: InsightRequest): void {
  if (request.state !== 'open') throw refuse('request_answered', { askedBy: request.askedBy });
}

export function answered(request: InsightRequest): InsightRequest {
  return { ...request, state: 'answered' };
}

const DUE_AFTER_WORKING_DAYS = 5;

/** By when the field is asked to answer, unless the asker says otherwise. */
export function defaultDueDate({ calendar, timezone }: Settings, now: number): string {
  return addWorkingDays(calendar, dayIn(timezone, now), DUE_AFTER_WORKING_DAYS);
}
