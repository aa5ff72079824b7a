import { type InsightKind, parseRequestText } from '../../domain/insight/insight-kind.ts';
import {
  ask,
  defaultDueDate,
  type InsightRequestId,
  type RequestFacts,
} from '../../domain/insight/insight-request.ts';
import { readThen } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen } from '../../domain/team/choose-people.ts';
import { dayIn } from '../../domain/time/day.ts';
import { insertRequest } from '../../store/insight/request.ts';
import type { Context } from '../context.ts';
import { recordStoryPromises } from '../story/record-story-promises.ts';
import { perform } from '../work.ts';
import { announceRequest } from './announce-request.ts';

export interface RequestDraft {
  kind: InsightKind | null;
  topic: string;
  dueDate: string;
}

/** What the modal starts from; `typed` is what stood behind `/insight`. */
export function draftRequest(ctx: Context, typed: string): Promise<RequestDraft> {
  return perform(ctx, 'tango', async ({ settings, now }) => ({
    ...parseRequestText(typed),
    dueDate: defaultDueDate(settings, now),
  }));
}

export interface AskFieldInput {
  /** The modal's id: submitted twice, it asks once. */
  submission: string;
  person: PersonId;
  asking: RequestFacts;
}

export function askField(ctx: Context, { submission, person, asking }: AskFieldInput): Promise<void> {
  return perform(ctx, person, async (work) => {
    const { now, settings } = work;
    const { fieldChannel, timezone } = settings;
    const id = work.newId('request') as InsightRequestId;
    const request = readThen(
      () => assertMayBeChosen({ field: 'people', people: asking.people }, settings),
      () => ask(asking, { id, by: person, now, today: dayIn(timezone, now), fieldChannel }),
    );
    if (!(await insertRequest(work.tx, request, submission))) return;
    await recordStoryPromises(work, { name: 'asked', by: person, eventId: id, story: null, request });
    await announceRequest(work, request);
  });
}
