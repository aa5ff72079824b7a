import { partsOf, type ScorecardPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { context, divider } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { readerTime } from '../kit/times.ts';
import { scorecardHead } from './scorecard-head.ts';
import { scorecardPart } from './scorecard-parts.ts';

/** The thread in few messages: a command may be answered five times, the head included, and a message holds one table. */
const TOGETHER: readonly (readonly ScorecardPart[])[] = [
  ['marketing'],
  ['sales'],
  ['sources'],
  ['rejections', 'buying', 'agenda'],
];

/** Head and thread for one reader. Calls nobody. */
export function scorecardOnDemand(scorecard: Scorecard, publishedAt: number | null): MessageView[] {
  const head = scorecardHead(scorecard, { manager: null });
  const asOf = context(standing(scorecard, publishedAt));
  const parts = partsOf(scorecard);
  const messages = TOGETHER.map((names) => names.filter((name) => parts.includes(name)))
    .filter((names) => names.length > 0)
    .map((names) => joined(names.map((name) => scorecardPart(scorecard, name))));
  return [{ ...head, blocks: [...head.blocks, asOf] }, ...messages];
}

function standing({ computedAt, timezone }: Scorecard, publishedAt: number | null): string {
  return publishedAt === null
    ? `${readerTime(computedAt, timezone, 'As it stands at')}.`
    : `${readerTime(publishedAt, timezone, 'As published at')}.`;
}

function joined(views: readonly MessageView[]): MessageView {
  return {
    text: views.map(({ text }) => text).join(' '),
    blocks: views.flatMap(({ blocks }, index) => (index === 0 ? blocks : [divider(), ...blocks])),
  };
}
