/** The earlier weeks that have moved since they were last told, each with what moved it. */

import type { EntryNames } from '../../../domain/scorecard/entries.ts';
import type { WeekMoved } from '../../../domain/scorecard/moved.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { PART_TITLES, weekName } from '../../../sentences/en/scorecard/headline.ts';
import { sayMoves } from '../../../sentences/en/scorecard/moved.ts';
import { sayWeek } from '../../../sentences/en/week.ts';
import { context, section } from '../kit/blocks.ts';
import type { MessageView } from '../kit/message-view.ts';
import { MRKDWN } from '../kit/voice.ts';

/** A message holds few sections, and whoever reads more asks for the week itself. */
const WEEKS_SHOWN = 8;

export function movedPart(scorecard: Scorecard, told: readonly WeekMoved[], names: EntryNames): MessageView {
  const title = PART_TITLES.moved;
  const current = weekAt(scorecard.computedAt, scorecard.timezone);
  const weeks = told
    .slice(0, WEEKS_SHOWN)
    .map((week) =>
      section([`*${sayWeek(week.week, current)}*`, ...sayMoves(week, { names, voice: MRKDWN })].join('\n')),
    );
  const rest = told.slice(WEEKS_SHOWN).map(({ week }) => week);
  const more =
    rest.length > 0
      ? [
          `Moved as well: ${rest.slice(0, WEEKS_NAMED).join(', ')}${rest.length > WEEKS_NAMED ? ' and more' : ''}.`,
        ]
      : [];
  return {
    text: `${weekName(scorecard)}: ${title.toLowerCase()}.`,
    blocks: [
      section(`*${title}*`),
      ...weeks,
      context(
        [
          ...more,
          'Earlier weeks whose numbers are others than when they were last told. In full: `/scorecard 2026-W44`.',
        ].join(' '),
      ),
    ],
  };
}

const WEEKS_NAMED = 20;
