import { describe, expect, it } from 'vitest';
import type { Reply, ReplyId } from '../../src/domain/insight/reply.ts';
import {
  findReply,
  findRequest,
  insertReply,
  insertRequest,
  listReplies,
  updateRequest,
} from '../../src/store/insight/request.ts';
import {
  findLatestStoryStep,
  findStory,
  insertStory,
  insertStoryEvent,
  listStoriesOfRequest,
  updateStory,
} from '../../src/store/story/story.ts';
import { DIALECTS, testDatabase } from '../support/databases.ts';
import { BEN, MAX, MIA } from '../support/people.ts';
import { sampleRequest, sampleStory } from '../support/sample-insight.ts';

const REQUEST = sampleRequest();
const STORY = sampleStory({
  files: [{ id: 'F1', name: '<lobby>.png', mimetype: 'image/png', permalink: 'https://files.example/F1' }],
});

for (const dialect of DIALECTS) {
  describe(`requests and stories in ${dialect}`, () => {
    it('come back as they went in', async () => {
      const db = await testDatabase(dialect);
      const bare = sampleRequest({
        id: 'request_2' as typeof REQUEST.id,
        channel: null,
        segment: null,
        people: [],
      });
      await db.transaction(async (tx) => {
        expect(await insertRequest(tx, REQUEST, 'V1')).toBe(true);
        expect(await insertRequest(tx, bare, 'V2')).toBe(true);
        expect(await insertStory(tx, STORY, 'V3')).toBe(true);
        expect(await findRequest(tx, REQUEST.id)).toEqual(REQUEST);
        expect(await findRequest(tx, bare.id)).toEqual(bare);
        expect(await findStory(tx, STORY.id)).toEqual(STORY);
        expect(await listStoriesOfRequest(tx, REQUEST.id)).toEqual([STORY]);
        expect(await listStoriesOfRequest(tx, bare.id)).toEqual([]);
      });
    });

    it('are stored once for each modal, the first time', async () => {
      const db = await testDatabase(dialect);
      await db.transaction((tx) => insertRequest(tx, REQUEST, 'V1'));
      const again = { ...REQUEST, id: 'request_2' as typeof REQUEST.id };
      const story = (n: number) => sampleStory({ id: `story_${n}` as typeof STORY.id });
      await db.transaction(async (tx) => {
        expect(await insertRequest(tx, again, 'V1')).toBe(false);
        expect(await findRequest(tx, again.id)).toBeNull();
      });
      const inserted = [1, 2, 3].map((n) => db.transaction((tx) => insertStory(tx, story(n), 'V2')));
      expect((await Promise.all(inserted)).filter(Boolean)).toHaveLength(1);
    });

    it('keep what one person said once, in order', async () => {
      const db = await testDatabase(dialect);
      const base = { requestId: REQUEST.id, person: BEN };
      const no: Reply = { ...base, id: 'reply_1' as ReplyId, at: 2, kind: 'cannot_help' };
      const who: Reply = {
        ...base,
        id: 'reply_2' as ReplyId,
        at: 1,
        kind: 'knows_who',
        named: MAX,
        note: 'He was there.',
      };
      await db.transaction(async (tx) => {
        await insertRequest(tx, REQUEST, 'V1');
        expect(await insertReply(tx, no)).toBe(true);
        expect(await insertReply(tx, { ...no, id: 'reply_3' as ReplyId })).toBe(false);
        expect(await insertReply(tx, who)).toBe(true);
        expect(await listReplies(tx, REQUEST.id)).toEqual([who, no]);
        expect(await findReply(tx, 'reply_3' as ReplyId)).toBeNull();
      });
    });

    it('are never overwritten from a stale copy', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await insertRequest(tx, REQUEST, 'V1');
        await insertStory(tx, STORY, 'V2');
        await updateStory(tx, { ...STORY, state: 'accepted', version: 2 });
        await updateRequest(tx, { ...REQUEST, state: 'answered', version: 2 });
        await expect(updateStory(tx, { ...STORY, state: 'declined', version: 2 })).rejects.toThrow(
          'stale copy',
        );
        await expect(updateRequest(tx, { ...REQUEST, version: 2 })).rejects.toThrow('stale copy');
        expect((await findStory(tx, STORY.id))?.state).toBe('accepted');
      });
    });

    it('remember what happened to a story last', async () => {
      const db = await testDatabase(dialect);
      await db.transaction(async (tx) => {
        await insertRequest(tx, REQUEST, 'V1');
        await insertStory(tx, STORY, 'V2');
        const event = { storyId: STORY.id, actor: MIA, note: null };
        await insertStoryEvent(tx, { ...event, id: 'e1', at: 10, kind: 'told' });
        await insertStoryEvent(tx, { ...event, id: 'e3', at: 20, kind: 'accepted' });
        await insertStoryEvent(tx, { ...event, id: 'e2', at: 20, kind: 'asked_back', note: 'Which?' });
        expect((await findLatestStoryStep(tx, STORY.id))?.kind).toBe('accepted');
      });
    });
  });
}
