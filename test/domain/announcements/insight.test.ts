import { describe, expect, it } from 'vitest';
import {
  requestDm,
  requestLine,
  requestPost,
  storyCard,
  storyDm,
  storyLine,
} from '../../../src/domain/announcements/insight.ts';
import { cannotHelp, type ReplyId } from '../../../src/domain/insight/reply.ts';
import { ANA, FIELD, MARKETING, MIA } from '../../support/people.ts';
import { sampleRequest, sampleStory } from '../../support/sample-insight.ts';

const REQUEST = sampleRequest();
const STORY = sampleStory({ cardTarget: MARKETING, toldBy: ANA });
const REPLY = cannotHelp(REQUEST, { id: 'reply_1' as ReplyId, by: ANA, now: REQUEST.askedAt });
const unposted = { ...REQUEST, channel: null };

describe('a request', () => {
  it('is a post where there is a field channel, and a message to each person', () => {
    expect(requestPost(REQUEST)).toMatchObject({ kind: 'request_post', target: FIELD });
    expect(requestPost(unposted)).toBeNull();
    expect(requestDm(REQUEST, ANA)).toMatchObject({ kind: 'request_dm', target: ANA });
  });

  it('has its replies in its thread, or before the asker', () => {
    expect(requestLine(REQUEST, REPLY)).toMatchObject({
      target: FIELD,
      threadOf: `request_post:${REQUEST.id}`,
    });
    expect(requestLine(unposted, REPLY)).toEqual({ kind: 'request_line', ref: 'reply_1', target: MIA });
  });
});

describe('a story', () => {
  const line = (kind: 'told' | 'declined', request = REQUEST, story = STORY) =>
    storyLine({ story, request, kind, eventId: 'event_1' });

  it('is a card where somebody reads it', () => {
    expect(storyCard(STORY)).toMatchObject({ kind: 'story_card', target: MARKETING });
    expect(storyCard({ ...STORY, cardTarget: null })).toBeNull();
    expect(storyDm(STORY, 'event_1').target).toBe(ANA);
  });

  it('gives credit where everybody asked, and keeps a refusal with those who decide', () => {
    expect(line('told')?.target).toBe(FIELD);
    expect(line('declined')).toMatchObject({ target: MARKETING, threadOf: `story_card:${STORY.id}` });
    expect(line('told', unposted)).toBeNull();
    expect(line('declined', REQUEST, { ...STORY, cardTarget: null })).toBeNull();
  });
});
