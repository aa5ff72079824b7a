/** Mia has asked the field for a case study; what is told, and what Slack shows of it. */
import { expect } from 'vitest';
import { checkMessage } from '../../emulator/validation/index.ts';
import type { InsightRequestId } from '../../src/domain/insight/insight-request.ts';
import type { StoryDecision } from '../../src/domain/story/decide.ts';
import type { StoryId } from '../../src/domain/story/story.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { answerRequest, type ReplyInput } from '../../src/usecases/insight/answer-request.ts';
import { askField } from '../../src/usecases/insight/ask-field.ts';
import { decideStory } from '../../src/usecases/story/decide-story.ts';
import { tellStory } from '../../src/usecases/story/tell-story.ts';
import { berlin } from './berlin.ts';
import type { TestContext } from './context.ts';
import { MIA } from './people.ts';
import { renderedMessage } from './rendered.ts';
import { sampleAsking, sampleTelling } from './sample-insight.ts';

export const NOW = berlin('2026-11-20T10:00');

export const REQUEST = 'request_0001' as InsightRequestId;

export const STORY = 'story_0001' as StoryId;

export const ABOUT = { kind: 'request', id: REQUEST } as const;

export const TITLE = 'Pier Inns: 2 days instead of 9, at each month-end';

export function ask(ctx: TestContext): Promise<void> {
  return askField(ctx, { submission: 'VASK', person: MIA, asking: sampleAsking() });
}

export function answer(ctx: TestContext, person: PersonId, given: ReplyInput): Promise<void> {
  return answerRequest(ctx, { requestId: REQUEST, person, answer: given });
}

export function tell(ctx: TestContext, person: PersonId): Promise<void> {
  return tellStory(ctx, { submission: `VTELL${person}`, person, about: ABOUT, telling: sampleTelling() });
}

export function close(ctx: TestContext, person: PersonId, closing: StoryDecision): Promise<void> {
  return decideStory(ctx, { storyId: STORY, person, decision: closing });
}

/** What Slack would show now, in the order of first telling; each as Slack would take it. */
export function said(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('outbox').selectAll().orderBy('id').execute();
    const lines: string[] = [];
    for (const row of rows) {
      const shown = await renderedMessage(tx, row, ctx.clock.now());
      if (!shown) throw new Error(`${row.kind} shows nothing`);
      expect(checkMessage({ text: shown.text, blocks: shown.blocks })).toEqual([]);
      const buttons = shown.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
      const labels = buttons.map((button) => ('text' in button ? ` [${button.text?.text}]` : ''));
      const thread = row.threadOf ? ` in ${row.threadOf.split(':')[0]}` : '';
      lines.push(`${row.target}${thread}: ${shown.text}${labels.join('')}`);
    }
    return lines;
  });
}
