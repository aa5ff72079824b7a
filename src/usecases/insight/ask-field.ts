import { type InsightKind, parseRequestText } from '../../domain/insight/insight-kind.ts';
import {
  ask,
  defaultDueDate,
  type InsightRequestId,
  type RequestFacts,
} from '../../domain/insight/insight-request.ts';
import type { LeadId } from '../../domain/lead/lead.ts';
import { readThen, refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { assertMayBeChosen, unfitness } from '../../domain/team/choose-people.ts';
import { living } from '../../domain/team/person.ts';
import { leadFor } from '../../domain/team/sharing.ts';
import { dayIn } from '../../domain/time/day.ts';
import { insertRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import type { Context } from '../context.ts';
import { recordStoryPromises } from '../story/record-story-promises.ts';
import { perform } from '../work.ts';
import { announceRequest } from './announce-request.ts';

export interface RequestDraft {
  kind: InsightKind | null;
  topic: string;
  segment?: string | null;
  people?: readonly PersonId[];
  dueDate: string;
}

/** What the modal starts from; `typed` is what stood behind `/insight`. */
export function draftRequest(ctx: Context, typed: string): Promise<RequestDraft> {
  return perform(ctx, 'tango', async ({ settings, now }) => ({
    ...parseRequestText(typed),
    dueDate: defaultDueDate(settings, now),
  }));
}

/** The modal for a story of one win: whoever won it is asked, if they still may be. */
export function draftRequestFor(
  ctx: Context,
  { leadId, person, kind }: { leadId: LeadId; person: PersonId; kind: InsightKind },
): Promise<RequestDraft> {
  return perform(ctx, person, async ({ tx, settings, now }) => {
    const found = await findLead(tx, leadId);
    if (!found) throw refuse('lead_not_found');
    const { company, name, segment, owner } = leadFor(person, found, settings);
    const people = owner === null ? [] : living([owner], settings);
    return {
      ...{ kind, topic: company ?? name ?? '', segment },
      people: people.filter((id) => id !== person && unfitness(id, settings) === null),
      dueDate: defaultDueDate(settings, now),
    };
  });
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
