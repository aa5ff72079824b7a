import type { SectionBlock } from '@slack/types';
import type { MetricId } from '../../../domain/scorecard/metrics.ts';
import type { Moved, WeekAsItStands } from '../../../domain/scorecard/moved.ts';
import { COMPARED, partsOf, type ScorecardPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { NOTHING_MOVED, sayMoved } from '../../../sentences/en/scorecard/moved.ts';
import { context, divider, section } from '../kit/blocks.ts';
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

/** Head and thread of the week as it stands for one reader, and what has moved since it was published. Calls nobody. */
export function scorecardOnDemand({ scorecard, published, moved }: WeekAsItStands): MessageView[] {
  const head = scorecardHead(scorecard, { manager: null });
  const parts = partsOf(scorecard);
  const messages = TOGETHER.map((names) => names.filter((name) => parts.includes(name)))
    .filter((names) => names.length > 0)
    .map((names) => joined(names.map((name) => scorecardPart(scorecard, name))));
  const asOf = context(standing(scorecard, published, moved));
  const blocks = moved.length === 0 ? [asOf] : [movement(moved), asOf];
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

/** Those of the head first, since everybody reads them; of the others a few. */
const MOST_MOVED = 8;

function movement(moved: readonly Moved[]): SectionBlock {
  const isOfHead = ({ metric }: Moved) => HEAD.has(metric);
  const ordered = [...moved.filter(isOfHead), ...moved.filter((each) => !isOfHead(each))];
  const lines = ordered.slice(0, MOST_MOVED).map(sayMoved);
  const more = ordered.length - lines.length;
  return section(
    ['*Moved since it was published*', ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  );
}

const HEAD: ReadonlySet<MetricId> = new Set(COMPARED.head);

function joined(views: readonly MessageView[]): MessageView {
  return {
    text: views.map(({ text }) => text).join(' '),
    blocks: views.flatMap(({ blocks }, index) => (index === 0 ? blocks : [divider(), ...blocks])),
  };
}
