import { answered, type InsightRequest } from '../../domain/insight/insight-request.ts';
import { type Closed, type Closing, closeStory as close } from '../../domain/story/close.ts';
import { headline } from '../../domain/story/headline.ts';
import { type StoryId, storyNotFound } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { dayIn } from '../../domain/time/day.ts';
import { AppError } from '../../errors.ts';
import { findRequestForUpdate, saveRequest } from '../../store/insight.ts';
import { loadSettings } from '../../store/settings.ts';
import { findStoryForUpdate, insertStoryEvent } from '../../store/story.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { takeDownChange } from '../team/take-down-change.ts';
import { announceStoryLine, recordStoryMove, showStory } from './record-story-move.ts';
import { closerOf } from './view-insight.ts';

export interface CloseInput {
  storyId: StoryId;
  person: PersonId;
  closing: Closing;
}

/** Accept, ask back, decline, publish. A refused step redraws the card: the person has just shown that they see an old one. */
export async function closeStory(ctx: Context, input: CloseInput): Promise<void> {
  const now = ctx.clock.now();
  const refusal = await ctx.db.transaction(async (tx) => {
    const story = await findStoryForUpdate(tx, input.storyId);
    if (!story) throw storyNotFound();
    const closer = await closerOf(tx, story, input.person);
    const today = dayIn((await loadSettings(tx)).timezone, now);
    const move = moveOrRefusal(() => close(story, input.closing, closer, { now, today }));
    if (move instanceof AppError) {
      await showStory(ctx, tx, story, now);
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
function moveOrRefusal(decide: () => Closed): Closed | AppError {
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
  { story, exception }: Closed,
  now: number,
): Promise<void> {
  if (!exception) return;
  const id = ctx.newId('story_event');
  await insertStoryEvent(tx, { ...exception, id, storyId: story.id });
  await announceStoryLine(ctx, tx, { story, eventId: id, now });
  const what = `Published without permission: ${headline(story)}`;
  const change = { what, before: null, after: exception.note };
  await takeDownChange(ctx, tx, { person: exception.actor, at: now, changes: [change] });
}

/** The first story that is accepted answers the request. */
async function settleRequest(
  tx: Tx,
  request: InsightRequest | null,
  closing: Closing,
): Promise<InsightRequest | null> {
  if (!request || closing.kind !== 'accepted') return request;
  const current = await findRequestForUpdate(tx, request.id);
  if (current?.state !== 'open') return current;
  const settled = { ...answered(current), version: current.version + 1 };
  await saveRequest(tx, settled);
  return settled;
}
