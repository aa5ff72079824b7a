import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import type { Story, StoryEventKind, StoryMove } from '../../domain/story/story.ts';
import { enqueue } from '../../store/outbox/enqueue.ts';
import { insertStoryEvent, updateStory } from '../../store/story/story.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { announceRequest } from '../insight/announce-request.ts';

interface Recording {
  move: StoryMove;
  request: InsightRequest | null;
  now: number;
}

/** Saves a move with its history and announces it. */
export async function recordStoryMove(
  ctx: Context,
  tx: Tx,
  { move, request, now }: Recording,
): Promise<void> {
  const story = { ...move.story, version: move.story.version + 1 };
  await updateStory(tx, story);
  await recordStoryEvent(ctx, tx, { move: { ...move, story }, request, now });
}

/** The same for a story that was inserted a moment ago. */
export async function recordStoryEvent(
  ctx: Context,
  tx: Tx,
  { move, request, now }: Recording,
): Promise<void> {
  const { story, event } = move;
  const eventId = ctx.newId('story_event');
  await insertStoryEvent(tx, { ...event, id: eventId, storyId: story.id });
  await announceStoryCard(ctx, tx, story, now);
  const { marketers } = await loadSettings(tx);
  await announceHomes(ctx, tx, [story.toldBy, event.actor, ...marketers], now);
  if (request) await announceRequest(ctx, tx, request, now);
  const thread = threadFor(event.kind, story, request);
  if (thread) {
    await enqueue(tx, { kind: 'story_line', ref: eventId, ...thread }, { id: ctx.newId('outbox'), now });
  }
  if (tellerHears(event.kind, thread) && event.actor !== story.toldBy) {
    const message = { kind: 'story_dm', ref: eventId, target: story.toldBy } as const;
    await enqueue(tx, message, { id: ctx.newId('outbox'), now });
  }
}

export async function announceStoryCard(ctx: Context, tx: Tx, story: Story, now: number): Promise<void> {
  if (!story.cardTarget) return;
  const card = { kind: 'story_card', ref: story.id, target: story.cardTarget } as const;
  await enqueue(tx, card, { id: ctx.newId('outbox'), now });
}

/** A line in the thread of its card, for those who decide about it. */
export async function announceStoryLine(
  ctx: Context,
  tx: Tx,
  { story, eventId, now }: { story: Story; eventId: string; now: number },
): Promise<void> {
  const thread = ownThread(story);
  if (!thread) return;
  await enqueue(tx, { kind: 'story_line', ref: eventId, ...thread }, { id: ctx.newId('outbox'), now });
}

function ownThread(story: Story): Thread | null {
  return story.cardTarget ? { target: story.cardTarget, threadOf: `story_card:${story.id}` } : null;
}

interface Thread {
  target: string;
  threadOf: string;
}

/** Credit is given where everybody asked; questions and refusals stay with those who decide. */
const FIELD_HEARS: readonly StoryEventKind[] = ['told', 'accepted', 'published'];

function threadFor(kind: StoryEventKind, story: Story, request: InsightRequest | null): Thread | null {
  if (FIELD_HEARS.includes(kind)) {
    return request?.channel ? { target: request.channel, threadOf: `request_post:${request.id}` } : null;
  }
  return ownThread(story);
}

/** What needs the teller, and what became of the story; an acceptance only where the thread does not say it. */
function tellerHears(kind: StoryEventKind, thread: Thread | null): boolean {
  if (kind === 'accepted') return thread === null;
  return kind === 'asked_back' || kind === 'declined' || kind === 'published';
}
