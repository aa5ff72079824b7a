import type { SectionBlock } from '@slack/types';
import type { Moved, WeekAsItStands } from '../../../domain/scorecard/moved.ts';
import { partsOf, type ScorecardPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { NOTHING_MOVED, sayMoves } from '../../../sentences/en/scorecard/moved.ts';
import { context, divider, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { readerTime } from '../kit/times.ts';
import { MRKDWN } from '../kit/voice.ts';
import { movedPart } from './moved-part.ts';
import { scorecardHead } from './scorecard-head.ts';
import { scorecardPart } from './scorecard-parts.ts';

/** The thread in few messages: a command may be answered five times, the head included, and a message holds one table. */
const TOGETHER: readonly (readonly ScorecardPart[])[] = [
  ['marketing'],
  ['sales'],
  ['sources'],
  ['rejections', 'buying', 'moved', 'stories', 'agenda'],
];

/** Head and thread of the week as it stands for one reader, and what has moved since it was published. Calls nobody. */
export function scorecardOnDemand(loaded: WeekAsItStands): MessageView[] {
  const { scorecard, published, moved, told, names } = loaded;
  const hasMoved = told.length > 0;
  const head = scorecardHead(scorecard, { manager: null, hasMoved });
  const parts = partsOf(scorecard, hasMoved);
  const partView = (part: ScorecardPart) =>
    part === 'moved' ? movedPart(scorecard, told, names) : scorecardPart(scorecard, part);
  const messages = TOGETHER.map((group) => group.filter((part) => parts.includes(part)))
    .filter((group) => group.length > 0)
    .map((group) => joined(group.map(partView)));
  const asOf = context(standing(scorecard, published, moved));
  const blocks = moved.length === 0 ? [asOf] : [movement(loaded), asOf];
  return [{ ...head, blocks: [...head.blocks, ...blocks] }, ...messages];
}

function standing(
  { computedAt, timezone }: Scorecard,
  published: WeekAsItStands['published'],
  moved: readonly Moved[],
): string {
  const now = `${readerTime(computedAt, timezone, 'As it stands at')}.`;
  if (!published) return now;
  const then = `${readerTime(published.publishedAt, timezone, 'Published at')}.`;
  return [now, then, ...(moved.length === 0 ? [NOTHING_MOVED] : [])].join(' ');
}

function movement({ names, ...week }: WeekAsItStands): SectionBlock {
  return section(['*Moved since it was published*', ...sayMoves(week, { names, voice: MRKDWN })].join('\n'));
}

function joined(views: readonly MessageView[]): MessageView {
  return {
    text: views.map(({ text }) => text).join(' '),
    blocks: views.flatMap(({ blocks }, index) => (index === 0 ? blocks : [divider(), ...blocks])),
  };
}
