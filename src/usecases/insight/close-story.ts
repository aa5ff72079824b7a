import { answered, type InsightRequest } from '../../domain/insight/insight-request.ts';
import { type Closing, closeStory as close } from '../../domain/story/close.ts';
import { type StoryId, type StoryMove, storyNotFound } from '../../domain/story/story.ts';
import type { PersonId } from '../../domain/team/people.ts';
import { AppError } from '../../errors.ts';
import { findRequestForUpdate, saveRequest } from '../../store/insight.ts';
import { findStoryForUpdate } from '../../store/story.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { recordStoryMove, showStory } from './record-story-move.ts';
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
    const move = moveOrRefusal(() => close(story, input.closing, closer, now));
    if (move instanceof AppError) {
      await showStory(ctx, tx, story, now);
      return move;
    }
    const request = await settleRequest(tx, closer.request, input.closing);
    await recordStoryMove(ctx, tx, { move, request, now });
    return null;
  });
  if (refusal) throw refusal;
}

/** A refusal is an answer here, not a failure: the transaction goes on and commits the redrawing. */
function moveOrRefusal(decide: () => StoryMove): StoryMove | AppError {
  try {
    return decide();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown;
    throw thrown;
  }
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
