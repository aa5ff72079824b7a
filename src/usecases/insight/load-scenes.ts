/** What the modals of requests and stories start from. */
import {
  assertOpen,
  type InsightRequest,
  type InsightRequestId,
  requestNotFound,
} from '../../domain/insight/insight-request.ts';
import { assertDecidable, type Decider, type StoryDecision } from '../../domain/story/decide.ts';
import { type Story, type StoryId, storyNotFound } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRequest } from '../../store/insight/request.ts';
import { findStory } from '../../store/story/story.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

export function loadRequest(ctx: Context, id: InsightRequestId): Promise<InsightRequest> {
  return ctx.db.transaction(async (tx) => {
    const request = await findRequest(tx, id);
    if (!request) throw requestNotFound();
    return request;
  });
}

/** Refuses before anybody types an answer that is not wanted any more. */
export async function prepareAnswer(ctx: Context, id: InsightRequestId): Promise<InsightRequest> {
  const request = await loadRequest(ctx, id);
  assertOpen(request);
  return request;
}

export interface DecisionScene {
  story: Story;
  /** The team's day: permissions run out. */
  today: string;
}

export function loadDecisionScene(ctx: Context, id: StoryId): Promise<DecisionScene> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => ({
    story: await storyIn(tx, id),
    today: dayIn((await loadSettings(tx)).timezone, now),
  }));
}

/** Refuses before anybody types a question, a reason or a link that could not be taken. */
export function prepareDecision(
  ctx: Context,
  input: { storyId: StoryId; person: PersonId; kind: StoryDecision['kind'] },
): Promise<DecisionScene> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const story = await storyIn(tx, input.storyId);
    assertDecidable(story, input.kind, await deciderOf(tx, story, input.person));
    return { story, today: dayIn((await loadSettings(tx)).timezone, now) };
  });
}

export async function deciderOf(tx: Tx, story: Story, person: PersonId): Promise<Decider> {
  const { marketers } = await loadSettings(tx);
  const request = story.requestId ? await findRequest(tx, story.requestId) : null;
  return { person, marketers, request };
}

async function storyIn(tx: Tx, id: StoryId): Promise<Story> {
  const story = await findStory(tx, id);
  if (!story) throw storyNotFound();
  return story;
}
