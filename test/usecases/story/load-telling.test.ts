import { expect, it } from 'vitest';
import type { InsightRequestId } from '../../../src/domain/insight/insight-request.ts';
import type { StoryId } from '../../../src/domain/story/story.ts';
import { askField } from '../../../src/usecases/insight/ask-field.ts';
import { decideStory } from '../../../src/usecases/story/decide-story.ts';
import { loadTelling } from '../../../src/usecases/story/load-telling.ts';
import { tellStory } from '../../../src/usecases/story/tell-story.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { sampleAsking, sampleTelling } from '../../support/sample-insight.ts';

const REQUEST = { kind: 'request', id: 'request_0001' as InsightRequestId } as const;
const STORY = { kind: 'story', id: 'story_0001' as StoryId } as const;

it.each(DIALECTS)(
  'a story is drawn again with its occasion, whatever has become of it, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const decide = (decision: Parameters<typeof decideStory>[1]['decision']) =>
      decideStory(ctx, { storyId: STORY.id, person: MIA, decision });
    await askField(ctx, { submission: 'V1', person: MIA, asking: sampleAsking() });
    await tellStory(ctx, { submission: 'V2', person: ANA, about: REQUEST, telling: sampleTelling() });
    await decide({ kind: 'asked_back', question: 'Which banks?' });
    expect(await loadTelling(ctx, STORY)).toMatchObject({
      request: { id: REQUEST.id },
      question: 'Which banks?',
      facts: { customer: 'Pier Inns' },
    });
    await decide({ kind: 'accepted' });
    expect(await loadTelling(ctx, STORY)).toMatchObject({ question: null, facts: { customer: 'Pier Inns' } });
    expect(await loadTelling(ctx, REQUEST)).toMatchObject({ request: { state: 'answered' }, facts: {} });
  },
);
