import { describe, expect, it } from 'vitest';
import { checkMessage } from '../../../emulator/validation/index.ts';
import type { WeekAsItStands } from '../../../src/domain/scorecard/moved.ts';
import { ownParts } from '../../../src/domain/scorecard/parts.ts';
import { buildScorecard, type Scorecard } from '../../../src/domain/scorecard/scorecard.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { SIMPLEST, simplify } from '../../../src/slack/simplify/simplify.ts';
import type { MessageView } from '../../../src/slack/views/kit/message-view.ts';
import { scorecardHead } from '../../../src/slack/views/scorecard/scorecard-head.ts';
import { scorecardOnDemand } from '../../../src/slack/views/scorecard/scorecard-on-demand.ts';
import { scorecardPart } from '../../../src/slack/views/scorecard/scorecard-parts.ts';
import { movedSince, UNMOVED } from '../../support/built-week.ts';
import { MAX, MIA } from '../../support/people.ts';
import { fact, factsOf, spend, worked } from '../../support/scorecard-facts.ts';

function scorecard(...args: Parameters<typeof factsOf>): Scorecard {
  return buildScorecard(parseWeek('2026-W47'), factsOf(...args), { sales: MAX, marketing: MIA });
}

function all(card: Scorecard): MessageView[] {
  return [
    scorecardHead(card, { manager: MAX }),
    ...ownParts(card).map((part) => scorecardPart(card, part)),
    ...scorecardOnDemand({ scorecard: card, published: null, ...UNMOVED }),
    ...scorecardOnDemand(long(card)),
  ];
}

/** All that can move has moved. */
function long(card: Scorecard): WeekAsItStands {
  const published = { scorecard: scorecard([]), publishedAt: card.computedAt };
  const moved = movedSince(published.scorecard, card);
  return { ...UNMOVED, scorecard: card, published, moved, entries: null };
}

const LONG = `${'<!channel> & <script> '.repeat(20)}`;

const manySources = Array.from({ length: 40 }, (_, n) => [
  worked(n, n, { source: `${n} ${LONG}`, campaign: `${n} ${LONG}`, segment: `${n} ${LONG}`, state: 'won' }),
  fact({ source: `${n} ${LONG}`, campaign: `${n} ${LONG}`, state: 'rejected', reason: `${n} ${LONG}` }),
]).flat();

const WEEKS: Record<string, Scorecard> = {
  'without any lead': scorecard([]),
  'with a single lead': scorecard([fact()]),
  'with spend alone': scorecard([], { spend: [spend({ minor: 100 })] }),
  'with forty sources and long names': scorecard(manySources, {
    reasons: manySources.map((_, n) => ({ code: `${n} ${LONG}`, label: LONG, counts: true })),
    spend: manySources.map(({ source }) => spend({ minor: 12_345_678, source })),
  }),
};

describe('the scorecard in Slack', () => {
  for (const [name, card] of Object.entries(WEEKS)) {
    it(`is taken by Slack for a week ${name}, also in its simpler form`, () => {
      for (const view of all(card)) {
        for (const simplification of [0, 1, 2, SIMPLEST]) {
          const { text, blocks } = simplify(view, simplification);
          expect(checkMessage({ text, blocks })).toEqual([]);
        }
        expect(view.text).toMatch(/\.( <@U_MAX>)?$/);
      }
    });

    it(`calls nobody by a name from outside in a week ${name}`, () => {
      const mrkdwn = all(card).flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === 'section' ? [block.text?.text ?? ''] : [])),
      );
      expect(mrkdwn.join('\n')).not.toContain('<!channel>');
    });
  }

  it('begins with the week and calls the manager about leads that wait', () => {
    const head = scorecardHead(scorecard([fact(), fact()]), { manager: MAX });
    expect(head.text).toBe(
      'Week 47 (16–22 Nov): 2 leads, 0 qualified so far. 2 leads of the week still wait to be claimed.',
    );
    expect(JSON.stringify(head.blocks)).toContain(`still wait to be claimed. <@${MAX}>`);
  });

  it('draws leads, qualified and won over eight weeks', () => {
    const { blocks } = scorecardHead(scorecard([fact({ state: 'won' })]), { manager: null });
    const chart = blocks.find((block) => block.type === 'data_visualization')?.chart;
    if (chart?.type !== 'line') throw new Error('There is no line chart');
    expect(chart.axis_config.categories).toEqual(['W40', 'W41', 'W42', 'W43', 'W44', 'W45', 'W46', 'W47']);
    expect(chart.series.map(({ name, data }) => `${name} ${data.at(-1)?.value}`)).toEqual([
      'Leads 1',
      'Qualified 1',
      'Won 1',
    ]);
  });

  it('says nothing in the thread that nobody could use', () => {
    expect(ownParts(scorecard([]))).toEqual([]);
    expect(ownParts(scorecard([fact()]))).toEqual(['marketing', 'sales', 'sources', 'agenda', 'formulas']);
  });

  it('adds the smaller sources together', () => {
    const table = JSON.stringify(
      scorecardPart(WEEKS['with forty sources and long names']!, 'sources').blocks,
    );
    expect(table).toContain('10 more sources');
  });
});

it('Of a week without any lead no row of noughts and dashes is shown', () => {
  const blocks = JSON.stringify(scorecardHead(scorecard([]), { manager: null }).blocks);
  expect(blocks).not.toContain('"table"');
  expect(blocks).toContain('no lead arrived');
});

it('Sales has nothing to read of leads that were promised nothing, and is told so', () => {
  const { blocks } = scorecardPart(scorecard([fact({ cardChannel: null })]), 'sales');
  expect(JSON.stringify(blocks)).toContain('no lead of the week was promised anything');
});
