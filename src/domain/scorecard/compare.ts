import type { Cohort } from './cohort.ts';
import type { Figure } from './figure.ts';
import { measure } from './measures.ts';
import { METRIC_IDS, type MetricId } from './metrics.ts';

/** One metric for the week, the week before, and on average over the weeks before. */
interface Compared {
  now: Figure;
  last: Figure;
  average: Figure;
}

export type ComparedMetrics = Record<MetricId, Compared>;

export function compareWeeks(week: Cohort, last: Cohort, before: readonly Cohort[]): ComparedMetrics {
  const entries = METRIC_IDS.map((id): [MetricId, Compared] => {
    return [id, { now: measure(id, [week]), last: measure(id, [last]), average: measure(id, before) }];
  });
  return Object.fromEntries(entries) as ComparedMetrics;
}
