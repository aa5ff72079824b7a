import type { Story, StoryId } from '../../domain/story/story.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { type StoryCardView, storyCard } from '../../slack/views/story/story-card.ts';
import { storyMessage } from '../../slack/views/story/story-dm.ts';
import { storyLine } from '../../slack/views/story/story-line.ts';
import { findRequest } from '../../store/insight/request.ts';
import {
  findLatestStoryEvent,
  findStory,
  findStoryEvent,
  type StoredStoryEvent,
} from '../../store/story/story.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

export async function renderStoryCard(tx: Tx, ref: string, now: number): Promise<StoryCardView | null> {
  const story = await findStory(tx, ref as StoryId);
  const latest = story && (await findLatestStoryEvent(tx, story.id));
  if (!latest) return null;
  const settings = await loadSettings(tx);
  const [timezone, today] = [settings.timezone, dayIn(settings.timezone, now)];
  return storyCard({ story, latest, request: await requestOf(tx, story), timezone, today });
}

export async function renderStoryLine(tx: Tx, ref: string, now: number): Promise<MessageView | null> {
  const found = await eventWithStory(tx, ref);
  if (!found) return null;
  const today = dayIn((await loadSettings(tx)).timezone, now);
  return storyLine({ ...found, request: await requestOf(tx, found.story), today });
}

export async function renderStoryDm(tx: Tx, ref: string): Promise<MessageView | null> {
  const found = await eventWithStory(tx, ref);
  return found && storyMessage(found);
}

async function eventWithStory(
  tx: Tx,
  eventId: string,
): Promise<{ event: StoredStoryEvent; story: Story } | null> {
  const event = await findStoryEvent(tx, eventId);
  const story = event && (await findStory(tx, event.storyId));
  return story ? { event, story } : null;
}

async function requestOf(tx: Tx, story: Story) {
  return story.requestId ? findRequest(tx, story.requestId) : null;
}
