import {
  type InsightRequest,
  type InsightRequestId,
  requestNotFound,
} from '../../domain/insight/insight-request.ts';
import { notFound } from '../../domain/lead/refusals.ts';
import type { StoryAbout } from '../../domain/story/about.ts';
import {
  retell,
  type StoryContext,
  type StoryId,
  storyNotFound,
  type Teller,
  type Telling,
  tell,
} from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findLead } from '../../store/lead/lead.ts';
import { insertStory, lockStory } from '../../store/story/story.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordStoryEvent, recordStoryMove } from './record-story-move.ts';

export interface TellInput {
  /** The modal's id: submitted twice, it tells once. */
  submission: string;
  person: PersonId;
  about: StoryAbout;
  telling: Telling;
}

/** A story that comes after marketing had another one is taken all the same: what somebody wrote is not lost. */
export async function tellStory(ctx: Context, input: TellInput): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const settings = await loadSettings(tx);
    const by = { person: input.person, now, today: dayIn(settings.timezone, now) };
    if (input.about.kind === 'story') await tellMore(ctx, tx, { ...input, id: input.about.id, by });
    else await tellNew(ctx, tx, { ...input, about: input.about, by, settings });
  });
}

async function tellMore(
  ctx: Context,
  tx: Tx,
  { id, telling, by }: { id: StoryId; telling: Telling; by: Teller },
): Promise<void> {
  const story = await lockStory(tx, id);
  if (!story) throw storyNotFound();
  const request = await requestOf(tx, story.requestId);
  await recordStoryMove(ctx, tx, { move: retell(story, telling, by), request, now: by.now });
}

interface NewTelling {
  submission: string;
  about: Exclude<StoryAbout, { kind: 'story' }>;
  telling: Telling;
  by: Teller;
  settings: Settings;
}

async function tellNew(ctx: Context, tx: Tx, input: NewTelling): Promise<void> {
  const { submission, about, telling, by, settings } = input;
  const { request, ...occasion } = await occasionOf(tx, about);
  const told = {
    ...occasion,
    id: ctx.newId('story') as StoryId,
    cardTarget: readerOf(settings, request),
  };
  const move = tell(telling, told, by);
  if (!(await insertStory(tx, move.story, submission))) return;
  await recordStoryEvent(ctx, tx, { move, request, now: by.now });
}

async function occasionOf(
  tx: Tx,
  about: NewTelling['about'],
): Promise<StoryContext & { request: InsightRequest | null }> {
  if (about.kind === 'request') {
    const request = await requestOf(tx, about.id);
    return { request, requestId: about.id, leadId: null, segment: request?.segment ?? null };
  }
  const lead = await findLead(tx, about.id);
  if (!lead) throw notFound();
  return { request: null, requestId: null, leadId: lead.id, segment: lead.segment };
}

/** Marketing's channel; while there is none, whoever is likeliest to want it. */
function readerOf(settings: Settings, request: InsightRequest | null): string | null {
  const { marketingChannel, marketers, managers } = settings;
  return marketingChannel ?? request?.askedBy ?? marketers[0] ?? managers[0] ?? null;
}

async function requestOf(tx: Tx, id: InsightRequestId | null): Promise<InsightRequest | null> {
  if (!id) return null;
  const request = await findRequest(tx, id);
  if (!request) throw requestNotFound();
  return request;
}
