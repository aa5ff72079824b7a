import type { ScorecardPart } from '../../../domain/scorecard/parts.ts';
import type { Scorecard } from '../../../domain/scorecard/scorecard.ts';
import { weekAt } from '../../../domain/time/week.ts';
import { count } from '../count.ts';
import { sayMoney } from '../money.ts';
import { sayWeek } from '../week.ts';

/** "Week 47 (16–22 Nov): 52 leads, 14 qualified, 3 won" */
export function scorecardHeadline(scorecard: Scorecard): string {
  const week = weekName(scorecard);
  const { leads, qualified, won } = scorecard.trend.at(-1) ?? { leads: 0, qualified: 0, won: 0 };
  if (leads === 0) return `${week}: no lead arrived`;
  return `${week}: ${count(leads, 'lead')}, ${qualified} qualified, ${won} won`;
}

/** "Week 47 (16–22 Nov)" */
export function weekName({ week, computedAt, timezone }: Scorecard): string {
  return sayWeek(week, weekAt(computedAt, timezone));
}

/** What one has to know to read the numbers rightly; plain text. */
export function footnotes(scorecard: Scorecard): string[] {
  const { open, leftOut, otherSpend, averagedWeeks } = scorecard;
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
