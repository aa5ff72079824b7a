import type { GrownWeek } from '../../../domain/scorecard/grown.ts';
import type { ScorecardPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { shiftWeek, weekAt } from '../../../domain/time/week.ts';
import { count } from '../count.ts';
import { sayMoney } from '../money.ts';
import { sayWeek } from '../week.ts';
import { sayFigure } from './figure.ts';

/** "Week 47 (16–22 Nov): 52 leads, 14 qualified so far; 3 won in the week, €54,000" */
export function scorecardHeadline(scorecard: Scorecard): string {
  const week = weekName(scorecard);
  const { leads, qualified } = scorecard.trend.at(-1) ?? { leads: 0, qualified: 0 };
  const arrived = leads === 0 ? 'no lead arrived' : `${count(leads, 'lead')}, ${qualified} qualified so far`;
  return [`${week}: ${arrived}`, sayBooked(scorecard)].filter(Boolean).join('; ');
}

function sayBooked({ metrics }: Scorecard): string {
  const [won, value] = [metrics.bookedWon.now, metrics.bookedValue.now];
  if (won.kind !== 'count' || won.value === 0) return '';
  const worth = value.kind === 'money' && value.minor !== null ? `, ${sayFigure(value)}` : '';
  return `${won.value} won in the week${worth}`;
}

/** "Leads of week 43, four weeks on", and "52 arrived, 15 qualified, 6 won so far, €658 per won, 2 still open"; null: there is no such week. */
export function sayGrown(scorecard: Scorecard): { name: string; said: string } | null {
  const { grown } = scorecard;
  return grown && { name: grownName(grown, scorecard), said: grownFigures(grown) };
}

function grownFigures({ leads, qualified, won, open, costPerWon }: GrownWeek): string {
  const cost = sayFigure(costPerWon);
  return [
    ...[`${leads} arrived`, `${qualified} qualified`, `${won} won so far`],
    ...(cost === '–' ? [] : [`${cost} per won`]),
    open === 0 ? 'none open' : `${open} still open`,
  ].join(', ');
}

/** Whoever asks for a week of long ago reads how the other stands by now. */
function grownName({ week: grown }: GrownWeek, { week, computedAt, timezone }: Scorecard): string {
  const isLater = weekAt(computedAt, timezone) > shiftWeek(week, 1);
  return `Leads of week ${Number(grown.slice(-2))}${isLater ? ' so far' : ', four weeks on'}`;
}

/** "Week 47 (16–22 Nov)" */
export function weekName({ week, computedAt, timezone }: Scorecard): string {
  return sayWeek(week, weekAt(computedAt, timezone));
}

/** What one has to know to read the numbers rightly; plain text. */
export function footnotes(scorecard: Scorecard): string[] {
  const { open, leftOut, otherSpend, otherBooked, averagedWeeks } = scorecard;
  return [
    stillOpen(open),
    open.withoutCard > 0
      ? `${count(open.withoutCard, 'lead')} came without a card: what was promised to ${open.withoutCard === 1 ? 'it' : 'them'} is unknown, neither kept nor broken.`
      : '',
    averagedWeeks < 4 ? shortAverage(averagedWeeks) : '',
    open.pairs > 0
      ? `${count(open.pairs, 'lead')} may be of somebody who was counted already: nobody has merged or parted them yet.`
      : '',
    leftOut.tests + leftOut.notCounted > 0
      ? `Left out: ${count(leftOut.tests, 'test')}, ${leftOut.notCounted} spam or duplicate.`
      : '',
    otherBooked.length > 0 ? `Won as well, not added: ${otherBooked.map(sayMoney).join(', ')}.` : '',
    otherSpend.length > 0 ? `Spent as well, not added: ${otherSpend.map(sayMoney).join(', ')}.` : '',
    '* Fewer than 10: too few to judge.',
  ].filter(Boolean);
}

/** The heading of the last column. */
export function averageName(scorecard: Scorecard): string {
  return scorecard.averagedWeeks === 1 ? '1-week average' : `${scorecard.averagedWeeks || 4}-week average`;
}

export const PART_TITLES: Record<ScorecardPart, string> = {
  marketing: 'Marketing’s promises',
  sales: 'Sales’ promises',
  sources: 'By source',
  rejections: 'Why leads were rejected',
  buying: 'Who is buying now',
  moved: 'What moved since',
  stories: 'Stories',
  agenda: 'Agenda',
  formulas: 'How it is counted',
};

function stillOpen({ leads, deals }: Scorecard['open']): string {
  if (leads + deals === 0) return '';
  const parts = [
    leads > 0 ? `${count(leads, 'lead')} without a verdict` : '',
    deals > 0 ? `${count(deals, 'open deal')}` : '',
  ];
  return `Still open: ${parts.filter(Boolean).join(', ')}.`;
}

function shortAverage(weeks: number): string {
  return weeks === 0
    ? 'There is no earlier week to compare with.'
    : `The average is of ${count(weeks, 'week')}.`;
}
