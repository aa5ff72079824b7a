import type { MetricId } from './metrics.ts';
import type { Scorecard } from './scorecard.ts';
import { hasStories } from './stories.ts';

/** The messages of the scorecard's thread, in order. */
export const SCORECARD_PARTS = [
  'marketing',
  'sales',
  'sources',
  'rejections',
  'buying',
  'moved',
  'stories',
  'agenda',
  'formulas',
] as const;
export type ScorecardPart = (typeof SCORECARD_PARTS)[number];

/** The rows of the tables that compare weeks. */
export const COMPARED = {
  head: [
    'leads',
    'qualified',
    'qualifiedRate',
    'costPerLead',
    'costPerQualified',
    'waitWallTime',
    'contactedInTime',
    'untouched',
    'bookedWon',
    'bookedValue',
  ],
  marketing: ['leads', 'acceptedRate', 'qualifiedRate', 'marketingCostPerLead'],
  sales: [
    'claimedInTime',
    'claimTime',
    'claimWallTime',
    'contactedInTime',
    'contactTime',
    'contactWallTime',
    'verdictInTime',
    'waitTime',
    'waitWallTime',
    'answeredIn5Minutes',
    'answeredInHour',
    'answeredInDay',
    'unanswered',
    'won',
    'salesCostPerWon',
  ],
} as const satisfies Record<string, readonly MetricId[]>;

/** What moved is told with the names of what moved it, the others from the scorecard alone. */
export type OwnPart = Exclude<ScorecardPart, 'moved'>;

/** Those that have something to say; a week without any lead has no thread but for what is off track. `hasMoved`: of earlier weeks there is as well. */
export function partsOf(scorecard: Scorecard, hasMoved: boolean): ScorecardPart[] {
  const own = new Set<ScorecardPart>(ownParts(scorecard));
  return SCORECARD_PARTS.filter((part) => (part === 'moved' ? hasMoved : own.has(part)));
}

export function ownParts(scorecard: Scorecard): OwnPart[] {
  const hasLeads = scorecard.trend.at(-1)?.leads !== 0;
  const isWorthSaying: Record<OwnPart, boolean> = {
    marketing: hasLeads,
    sales: hasLeads,
    sources: scorecard.sources.length > 0,
    rejections: scorecard.rejections.length > 0 || scorecard.answers.length > 0,
    buying: scorecard.buying.length > 0,
    stories: hasStories(scorecard.stories),
    agenda: hasLeads || scorecard.agenda.length > 0,
    formulas: hasLeads,
  };
  return SCORECARD_PARTS.filter((part) => part !== 'moved').filter((part) => isWorthSaying[part]);
}
