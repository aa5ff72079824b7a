import { answered, type InsightRequest } from '../../domain/insight/insight-request.ts';
import { decideStory as close, type DecidedStory, type StoryDecision } from '../../domain/story/decide.ts';
import { type StoryId, storyNotFound } from '../../domain/story/story.ts';
import { storyTitle } from '../../domain/story/title.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayIn } from '../../domain/time/day.ts';
import { AppError } from '../../errors.ts';
import { lockRequest, updateRequest } from '../../store/insight/request.ts';
import { insertStoryEvent, lockStory } from '../../store/story/story.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { deciderOf } from '../insight/load-scenes.ts';
import { recordAudit } from '../team/record-audit.ts';
import { announceStoryCard, announceStoryLine, recordStoryMove } from './record-story-move.ts';

export interface DecideStoryInput {
  storyId: StoryId;
  person: PersonId;
  closing: StoryDecision;
}

/** Accept, ask back, decline, publish. A refused step redraws the card: the person has just shown that they see an old one. */
export async function decideStory(ctx: Context, input: DecideStoryInput): Promise<void> {
  const now = ctx.clock.now();
  const refusal = await ctx.db.transaction(async (tx) => {
    const story = await lockStory(tx, input.storyId);
    if (!story) throw storyNotFound();
    const closer = await deciderOf(tx, story, input.person);
    const today = dayIn((await loadSettings(tx)).timezone, now);
    const move = moveOrRefusal(() => close(story, input.closing, closer, { now, today }));
    if (move instanceof AppError) {
      await announceStoryCard(ctx, tx, story, now);
      return move;
    }
    const request = await settleRequest(tx, closer.request, input.closing);
    await recordException(ctx, tx, move, now);
    await recordStoryMove(ctx, tx, { move, request, now });
    return null;
  });
  if (refusal) throw refusal;
}

/** A refusal is an answer here, not a failure: the transaction goes on and commits the redrawing. */
function moveOrRefusal(decide: () => DecidedStory): DecidedStory | AppError {
  try {
    return decide();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
}

/** In the story's own thread, and in the log that managers read: what was used without permission, and why. */
async function recordException(
  ctx: Context,
  tx: Tx,
  { story, exception }: DecidedStory,
  now: number,
): Promise<void> {
  if (!exception) return;
  const id = ctx.newId('story_event');
  await insertStoryEvent(tx, { ...exception, id, storyId: story.id });
  await announceStoryLine(ctx, tx, { story, eventId: id, now });
  const what = `Published without permission: ${storyTitle(story)}`;
  const change = { what, before: null, after: exception.note };
  await recordAudit(ctx, tx, { person: exception.actor, at: now, changes: [change] });
}

/** The first story that is accepted answers the request. */
async function settleRequest(
  tx: Tx,
  request: InsightRequest | null,
  closing: StoryDecision,
): Promise<InsightRequest | null> {
  if (!request || closing.kind !== 'accepted') return request;
  const current = await lockRequest(tx, request.id);
  if (current?.state !== 'open') return current;
  const settled = { ...answered(current), version: current.version + 1 };
  await updateRequest(tx, settled);
  return settled;
}
