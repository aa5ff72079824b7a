import { storyCard, storyDm, storyLine } from '../../domain/announcements/insight.ts';
import type { InsightRequest } from '../../domain/insight/insight-request.ts';
import type { StoryEventKind, StoryMove } from '../../domain/story/story.ts';
import { insertStoryEvent, updateStory } from '../../store/story/story.ts';
import { announceHomes } from '../home/announce-homes.ts';
import { announceRequest } from '../insight/announce-request.ts';
import type { Work } from '../work.ts';
import { recordStoryPromises } from './record-story-promises.ts';

interface Recording {
  move: StoryMove;
  request: InsightRequest | null;
}

/** Saves a move with its history and announces it. */
export async function recordStoryMove(work: Work, { move, request }: Recording): Promise<void> {
  const story = { ...move.story, version: move.story.version + 1 };
  await updateStory(work.tx, story);
  await recordStoryEvent(work, { move: { ...move, story }, request });
}

/** The same for a story that was inserted a moment ago. */
export async function recordStoryEvent(work: Work, { move, request }: Recording): Promise<void> {
  const { story, event } = move;
  const eventId = work.newId('story_event');
  await insertStoryEvent(work.tx, { ...event, id: eventId, storyId: story.id });
  await recordStoryPromises(work, { name: event.kind, by: event.actor, eventId, story, request });
  await work.announce(storyCard(story));
  await announceHomes(work, [story.toldBy, event.actor, ...work.settings.marketers]);
  if (request) await announceRequest(work, request);
  const line = storyLine({ story, request, kind: event.kind, eventId });
  const isForTeller = event.actor !== story.toldBy && tellerHears(event.kind, line !== null);
  await work.announce(line, isForTeller ? storyDm(story, eventId) : null);
}

/** What needs the teller, and what became of the story; an acceptance only where no thread says it. */
function tellerHears(kind: StoryEventKind, hasThread: boolean): boolean {
  if (kind === 'accepted') return !hasThread;
  return kind === 'asked_back' || kind === 'declined' || kind === 'published';
}
