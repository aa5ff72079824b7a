/** What a report can be told by. Apart from the rest, since the command line reads it before it knows which command it is. */

/** What a lead says of itself. */
export type LeadKey = 'source' | 'campaign' | 'segment' | 'owner';

const PERIOD_KINDS = ['month', 'week'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

export type ReportBy = LeadKey | PeriodKind;

export const REPORT_KEYS: readonly ReportBy[] = ['source', 'campaign', 'segment', 'owner', ...PERIOD_KINDS];

export function isPeriodKind(by: string): by is PeriodKind {
  return PERIOD_KINDS.some((kind) => kind === by);
}
