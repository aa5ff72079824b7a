import type { InsightRequest, InsightRequestId } from '../../domain/insight/insight-request.ts';
import { refuse } from '../../domain/refusals.ts';
import type { StoryAbout } from '../../domain/story/about.ts';
import {
  retell,
  type StoryContext,
  type StoryId,
  type Teller,
  type Telling,
  tell,
} from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { living } from '../../domain/team/person.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { insertStory, lockStory } from '../../store/story/story.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { recordStoryEvent, recordStoryMove } from './record-story-move.ts';

export interface TellStoryInput {
  /** The modal's id: submitted twice, it tells once. */
  submission: string;
  person: PersonId;
  about: StoryAbout;
  telling: Telling;
}

/** A story that comes after marketing had another one is taken all the same: what somebody wrote is not lost. */
export function tellStory(ctx: Context, input: TellStoryInput): Promise<void> {
  const { person, about, telling, submission } = input;
  return perform(ctx, person, async (work) => {
    const by = { person, now: work.now, today: dayIn(work.settings.timezone, work.now) };
    if (about.kind === 'story') await tellMore(work, { id: about.id, telling, by });
    else await tellNew(work, { submission, about, telling, by });
  });
}

async function tellMore(
  work: Work,
  { id, telling, by }: { id: StoryId; telling: Telling; by: Teller },
): Promise<void> {
  const story = await lockStory(work.tx, id);
  if (!story) throw refuse('story_not_found');
  const request = await requestOf(work.tx, story.requestId);
  await recordStoryMove(work, { move: retell(story, telling, by), request });
}

interface NewTelling {
  submission: string;
  about: Exclude<StoryAbout, { kind: 'story' }>;
  telling: Telling;
  by: Teller;
}

async function tellNew(work: Work, { submission, about, telling, by }: NewTelling): Promise<void> {
  const { request, ...context } = await contextOf(work.tx, about);
  const id = work.newId('story') as StoryId;
  const move = tell(telling, { ...context, id, cardTarget: readerOf(work.settings, request) }, by);
  if (!(await insertStory(work.tx, move.story, submission))) return;
  await recordStoryEvent(work, { move, request });
}

async function contextOf(
  tx: Tx,
  about: NewTelling['about'],
): Promise<StoryContext & { request: InsightRequest | null }> {
  if (about.kind === 'request') {
    const request = await requestOf(tx, about.id);
    return { request, requestId: about.id, leadId: null, segment: request?.segment ?? null };
  }
  const lead = await findLead(tx, about.id);
  if (!lead) throw refuse('lead_not_found');
  return { request: null, requestId: null, leadId: lead.id, segment: lead.segment };
}

/** Marketing's channel; while there is none, whoever is likeliest to want it. */
function readerOf(settings: Settings, request: InsightRequest | null): string | null {
  const { marketingChannel } = settings;
  const [marketer, manager] = [settings.marketers, settings.managers].map((ids) => living(ids, settings)[0]);
  return marketingChannel ?? request?.askedBy ?? marketer ?? manager ?? null;
}

async function requestOf(tx: Tx, id: InsightRequestId | null): Promise<InsightRequest | null> {
  if (!id) return null;
  const request = await findRequest(tx, id);
  if (!request) throw refuse('request_not_found');
  return request;
}
