/** The message of the week that everybody reads: the numbers beside those of the weeks before, and how they went. */
import type { TableBlock } from '@slack/types';
import type { Figure } from '../../../domain/scorecard/figure.ts';
import { METRIC_IDS, type MetricId } from '../../../domain/scorecard/metrics.ts';
import { COMPARED, partsOf } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { sayGoalsOf } from '../../../sentences/en/goal-pace.ts';
import { isNothing, sayFigure, sayShortFigure } from '../../../sentences/en/scorecard/figure.ts';
import {
  averageName,
  footnotes,
  PART_TITLES,
  sayGrown,
  scorecardHeadline,
} from '../../../sentences/en/scorecard/headline.ts';
import { METRIC_WORDS } from '../../../sentences/en/scorecard/metrics.ts';
import { sayMissed } from '../../../sentences/en/scorecard/missed.ts';
import { shortWeek } from '../../../sentences/en/week.ts';
import { behindKey, SCORECARD } from '../../action-ids.ts';
import { actions, context, section, type TangoBlock } from '../kit/blocks.ts';
import { plot } from '../kit/charts.ts';
import { option, staticSelect } from '../kit/elements.ts';
import type { MessageView } from '../kit/message-view.ts';
import { table } from '../kit/tables.ts';
import { person } from '../kit/text.ts';

interface HeadOptions {
  /** Whom to tell about leads that nobody touched; null on demand, where nobody is to be called. */
  manager: PersonId | null;
  /** Earlier weeks have moved, of which the thread tells. */
  hasMoved?: boolean;
}

export function scorecardHead(scorecard: Scorecard, { manager, hasMoved = false }: HeadOptions): MessageView {
  const title = scorecardHeadline(scorecard);
  const waiting = untouched(scorecard);
  const grown = sayGrown(scorecard);
  const goals = sayGoalsOf(scorecard);
  const missed = sayMissed(scorecard.missed);
  const blocks: (TangoBlock | null)[] = [
    section(`*${title}*`),
    goals.length > 0 ? section(goals.map((line) => `• ${line}`).join('\n')) : null,
    missed ? context(missed) : null,
    ...comparison(scorecard, COMPARED.head, sayShortFigure),
    grown && section(`*${grown.name}*: ${grown.said}`),
    waiting ? section(manager ? `${waiting} ${person(manager)}` : waiting) : null,
    trendChart(scorecard),
    behindMenu(scorecard),
    context(footnotes(scorecard).join('  ')),
    threadNote(scorecard, hasMoved),
  ];
  return {
    text: [`${title}.`, waiting].filter(Boolean).join(' '),
    blocks: blocks.filter((block) => block !== null),
  };
}

/** A table of metrics: the week, the week before, and the average of the weeks before. Of what there is nothing in any of them nothing is said. */
export function comparison(
  scorecard: Scorecard,
  ids: readonly MetricId[],
  say: (figure: Figure) => string = sayFigure,
): TableBlock[] {
  const rows = ids.flatMap((id) => {
    const { now, last, average } = scorecard.metrics[id];
    const figures = [now, last, average];
    return figures.every(isNothing) ? [] : [[METRIC_WORDS[id].name, ...figures.map(say)]];
  });
  if (rows.length === 0) return [];
  const compared = table({
    header: ['Measure', 'This week', 'Last week', averageName(scorecard)],
    align: ['left', 'right', 'right', 'right'],
    rows,
  });
  return [compared];
}

function untouched({ metrics }: Scorecard): string {
  const figure = metrics.untouched.now;
  if (figure.kind !== 'count' || figure.value === 0) return '';
  return figure.value === 1
    ? 'One lead of the week still waits to be claimed.'
    : `${figure.value} leads of the week still wait to be claimed.`;
}

function trendChart({ trend }: Scorecard): TangoBlock | null {
  if (trend.every(({ leads }) => leads === 0)) return null;
  return plot({
    kind: 'line',
    title: 'Leads, qualified and won by week of arrival',
    categories: trend.map(({ week }) => shortWeek(week)),
    series: [
      { name: 'Leads', values: trend.map(({ leads }) => leads) },
      { name: 'Qualified', values: trend.map(({ qualified }) => qualified) },
      { name: 'Won', values: trend.map(({ won }) => won) },
    ],
  });
}

/** Every number opens its list: those of the two sides in the order in which they are told. Of what there is nothing no list is offered. */
function behindMenu({ week, metrics }: Scorecard): TangoBlock | null {
  const ids = METRIC_IDS.filter((id) => !isNothing(metrics[id].now));
  if (ids.length === 0) return null;
  const options = ids.map((metric) =>
    option(METRIC_WORDS[metric].name, behindKey.encode({ week, metric, page: 0 })),
  );
  return actions([staticSelect({ action: SCORECARD.behind, options, placeholder: 'Behind a number…' })]);
}

function threadNote(scorecard: Scorecard, hasMoved: boolean): TangoBlock | null {
  const titles = partsOf(scorecard, hasMoved).map((part) => PART_TITLES[part].toLowerCase());
  return titles.length === 0 ? null : context(`In full: ${titles.join(' · ')}`);
}
