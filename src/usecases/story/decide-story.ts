import { storyCard, storyLine } from '../../domain/announcements/insight.ts';
import { answered, type InsightRequest } from '../../domain/insight/insight-request.ts';
import { refuse } from '../../domain/refusals.ts';
import {
  assertDecidable,
  type DecidedStory,
  type Decider,
  decideStory as decide,
  type StoryDecision,
} from '../../domain/story/decide.ts';
import type { Story, StoryId } from '../../domain/story/story.ts';
import { storyTitle } from '../../domain/story/story-title.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { findRequest, lockRequest, updateRequest } from '../../store/insight/request.ts';
import { findStory, insertStoryEvent, lockStory } from '../../store/story/story.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../team/record-audit.ts';
import { perform, type Work } from '../work.ts';
import { recordStoryMove } from './record-story-move.ts';

export interface DecideStoryInput {
  storyId: StoryId;
  person: PersonId;
  decision: StoryDecision;
}

/** Accept, ask back, decline, publish. After a refusal the card is drawn again: the person has just shown that they see an old one. */
export function decideStory(ctx: Context, { storyId, person, decision }: DecideStoryInput): Promise<void> {
  return perform(ctx, person, async (work) => {
    const { tx, now, settings } = work;
    const story = await lockStory(tx, storyId);
    if (!story) throw refuse('story_not_found');
    work.ifRefused((again) => again.announce(storyCard(story)));
    const decider = await deciderOf(work, story, person);
    const move = decide(story, decision, decider, { now, today: dayIn(settings.timezone, now) });
    const request = await answerRequest(work, decider.request, decision);
    await recordException(work, move);
    await recordStoryMove(work, { move, request });
  });
}

export interface DecisionScene {
  story: Story;
  /** The team's day: permissions run out. */
  today: string;
}

/** Refuses before anybody types a question, a reason or a link that could not be taken. */
export function prepareDecision(
  ctx: Context,
  { storyId, person, kind }: { storyId: StoryId; person: PersonId; kind: StoryDecision['kind'] },
): Promise<DecisionScene> {
  return perform(ctx, person, async (work) => {
    const scene = await sceneOf(work, storyId);
    assertDecidable(scene.story, kind, await deciderOf(work, scene.story, person));
    return scene;
  });
}

/** The same for a modal that is open already, whatever has happened to the story meanwhile. */
export function loadDecisionScene(ctx: Context, id: StoryId): Promise<DecisionScene> {
  return perform(ctx, 'tango', (work) => sceneOf(work, id));
}

async function sceneOf({ tx, now, settings }: Work, id: StoryId): Promise<DecisionScene> {
  const story = await findStory(tx, id);
  if (!story) throw refuse('story_not_found');
  return { story, today: dayIn(settings.timezone, now) };
}

async function deciderOf({ tx, settings }: Work, story: Story, person: PersonId): Promise<Decider> {
  const request = story.requestId ? await findRequest(tx, story.requestId) : null;
  return { person, marketers: settings.marketers, request };
}

/** In the story's own thread, and in the log that managers read: what was used without permission, and why. */
async function recordException(work: Work, { story, exception }: DecidedStory): Promise<void> {
  if (!exception) return;
  const eventId = work.newId('story_event');
  await insertStoryEvent(work.tx, { ...exception, id: eventId, storyId: story.id });
  await work.announce(storyLine({ story, request: null, kind: exception.kind, eventId }));
  const { uses, reason } = exception;
  const what = { code: 'exception' as const, title: storyTitle(story) };
  const after = { exception: { uses: [...uses], reason } };
  await recordAudit(work, exception.actor, [{ what, before: null, after }]);
}

/** The first story that is accepted answers the request. */
async function answerRequest(
  { tx }: Work,
  request: InsightRequest | null,
  decision: StoryDecision,
): Promise<InsightRequest | null> {
  if (!request || decision.kind !== 'accepted') return request;
  const current = await lockRequest(tx, request.id);
  if (current?.state !== 'open') return current;
  const done = { ...answered(current), version: current.version + 1 };
  await updateRequest(tx, done);
  return done;
}
