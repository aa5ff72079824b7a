import type { RefOf } from '../../domain/announcement.ts';
import type { Story } from '../../domain/story/story.ts';
import { dayIn } from '../../domain/time/day.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { type StoryCardView, storyCard } from '../../slack/views/story/story-card.ts';
import { storyMessage } from '../../slack/views/story/story-dm.ts';
import { storyLine } from '../../slack/views/story/story-line.ts';
import { findRequest } from '../../store/insight/request.ts';
import {
  findLatestStoryStep,
  findStory,
  findStoryEvent,
  type StoredStoryEvent,
} from '../../store/story/story.ts';
import type { Reading, TeamReading } from '../reading.ts';

export async function renderStoryCard(
  reading: TeamReading,
  { storyId }: RefOf<'story_card'>,
): Promise<StoryCardView | null> {
  const { tx, settings, now } = reading;
  const story = await findStory(tx, storyId);
  const latest = story && (await findLatestStoryStep(tx, story.id));
  if (!latest) return null;
  const [timezone, today] = [settings.timezone, dayIn(settings.timezone, now)];
  return storyCard({ story, latest, request: await requestOf(reading, story), timezone, today });
}

export async function renderStoryLine(
  reading: TeamReading,
  { eventId }: RefOf<'story_line'>,
): Promise<MessageView | null> {
  const found = await eventWithStory(reading, eventId);
  if (!found) return null;
  const today = dayIn(reading.settings.timezone, reading.now);
  return storyLine({ ...found, request: await requestOf(reading, found.story), today });
}

export async function renderStoryDm(
  reading: Reading,
  { eventId }: RefOf<'story_dm'>,
): Promise<MessageView | null> {
  const found = await eventWithStory(reading, eventId);
  return found && storyMessage(found);
}

async function eventWithStory(
  { tx }: Reading,
  eventId: string,
): Promise<{ event: StoredStoryEvent; story: Story } | null> {
  const event = await findStoryEvent(tx, eventId);
  const story = event && (await findStory(tx, event.storyId));
  return story ? { event, story } : null;
}

async function requestOf({ tx }: Reading, story: Story) {
  return story.requestId ? findRequest(tx, story.requestId) : null;
}
