import { describe, expect, it } from 'vitest';
import type { InsightRequestId } from '../../src/domain/insight/insight-request.ts';
import type { StoryDecision } from '../../src/domain/story/decide.ts';
import type { StoryId } from '../../src/domain/story/story.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import type { Context } from '../../src/usecases/context.ts';
import { answerRequest, loadRequest } from '../../src/usecases/insight/answer-request.ts';
import { askField } from '../../src/usecases/insight/ask-field.ts';
import { decideStory } from '../../src/usecases/story/decide-story.ts';
import { tellStory } from '../../src/usecases/story/tell-story.ts';
import { berlin } from '../support/berlin.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { fulfilled, race, rejections } from '../support/race.ts';
import { refused } from '../support/refused.ts';
import { sampleAsking, sampleTelling } from '../support/sample-insight.ts';
import { BERLIN } from '../support/sample-lead.ts';

const REQUEST = 'request_0001' as InsightRequestId;
const FIRST = 'story_0001' as StoryId;
const SECOND = 'story_0002' as StoryId;

for (const dialect of DIALECTS) {
  describe(`a story that two touch at the same moment, on ${dialect}`, () => {
    it('is decided once, and the slower one hears what it is now', async () => {
      const ctx = await askedAndTold(dialect, [ANA]);
      const clicks = [MIA, MAX].map((person) => () => decide(ctx, FIRST, { person, kind: 'accepted' }));
      const results = await race(ctx.db, 'story', clicks);
      expect(fulfilled(results)).toHaveLength(1);
      expect(rejections(results)).toEqual([refused('story_moved_on', { state: 'accepted' })]);
    });

    it('is told more of once', async () => {
      const ctx = await askedAndTold(dialect, [ANA]);
      const decision = { kind: 'asked_back', question: 'Which banks?' } as const;
      await decideStory(ctx, { storyId: FIRST, person: MIA, decision });
      const about = { kind: 'story', id: FIRST } as const;
      const more = ['V8', 'V9'].map((submission) => () => {
        return tellStory(ctx, { submission, person: ANA, about, telling: sampleTelling() });
      });
      const results = await race(ctx.db, 'story', more);
      expect(fulfilled(results)).toHaveLength(1);
      expect(rejections(results)).toEqual([refused('story_not_asked_back')]);
    });
  });

  describe(`a request that is being answered, on ${dialect}`, () => {
    it('is answered by both of two stories that are accepted', async () => {
      const ctx = await askedAndTold(dialect, [ANA, BEN]);
      const both = [FIRST, SECOND].map((id) => () => decide(ctx, id, { person: MIA, kind: 'accepted' }));
      const results = await race(ctx.db, 'insight_request', both);
      expect(rejections(results)).toEqual([]);
      expect((await loadRequest(ctx, REQUEST)).state).toBe('answered');
    });

    it('takes no reply of somebody who is slower', async () => {
      const ctx = await askedAndTold(dialect, [ANA]);
      const results = await race(ctx.db, 'insight_request', [
        () => decide(ctx, FIRST, { person: MIA, kind: 'accepted' }),
        () => answerRequest(ctx, { requestId: REQUEST, person: BEN, answer: { kind: 'cannot_help' } }),
      ]);
      expect(rejections(results)).toEqual([refused('request_answered', { askedBy: MIA })]);
    });
  });
}

async function askedAndTold(dialect: (typeof DIALECTS)[number], tellers: readonly PersonId[]) {
  const firstStart = { timezone: BERLIN, marketers: [MIA, MAX] };
  const ctx = await testContext(dialect, { startAt: berlin('2026-11-20T10:00'), firstStart });
  await askField(ctx, { submission: 'VASK', person: MIA, asking: sampleAsking() });
  const about = { kind: 'request', id: REQUEST } as const;
  for (const person of tellers)
    await tellStory(ctx, { submission: `V${person}`, person, about, telling: sampleTelling() });
  return ctx;
}

function decide(
  ctx: Context,
  storyId: StoryId,
  { person, ...decision }: { person: PersonId } & Extract<StoryDecision, { kind: 'accepted' }>,
): Promise<void> {
  return decideStory(ctx, { storyId, person, decision });
}
