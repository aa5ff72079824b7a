/** What is announced of requests to the field and of the stories that come back. */
import { type Announcement, announcement, messageKey } from '../announcement.ts';
import type { InsightRequest } from '../insight/insight-request.ts';
import type { Reply } from '../insight/reply.ts';
import type { Story, StoryEventKind } from '../story/story.ts';
import type { PersonId } from '../team/actor.ts';

/** The request in the field channel; null: only the people named were asked. */
export function requestPost({ id, channel }: InsightRequest): Announcement | null {
  return channel === null ? null : announcement('request_post', { requestId: id }, { target: channel });
}

export function requestDm({ id }: InsightRequest, person: PersonId): Announcement {
  return announcement('request_dm', { requestId: id, person }, { target: person });
}

/** A reply in the request's thread; without a post, to the asker. */
export function requestLine(request: InsightRequest, { id }: Reply): Announcement {
  return announcement('request_line', { replyId: id }, requestThread(request) ?? { target: request.askedBy });
}

/** Null: there is nobody to show it to yet. */
export function storyCard({ id, cardTarget }: Story): Announcement | null {
  return cardTarget === null ? null : announcement('story_card', { storyId: id }, { target: cardTarget });
}

interface Told {
  story: Story;
  request: InsightRequest | null;
  kind: StoryEventKind;
  eventId: string;
}

/** Credit is given where everybody asked; questions and refusals stay with those who decide. */
const FIELD_HEARS: readonly StoryEventKind[] = ['told', 'accepted', 'published'];

/** An event of a story, in the thread that it is for; null: there is none. */
export function storyLine({ story, request, kind, eventId }: Told): Announcement | null {
  const thread = FIELD_HEARS.includes(kind) ? requestThread(request) : storyThread(story);
  return thread && announcement('story_line', { eventId }, thread);
}

export function storyDm({ toldBy }: Story, eventId: string): Announcement {
  return announcement('story_dm', { eventId }, { target: toldBy });
}

function requestThread(request: InsightRequest | null) {
  if (!request?.channel) return null;
  return { target: request.channel, threadOf: messageKey('request_post', { requestId: request.id }) };
}

function storyThread({ id, cardTarget }: Story) {
  return cardTarget === null
    ? null
    : { target: cardTarget, threadOf: messageKey('story_card', { storyId: id }) };
}
