/** What has changed of a week since it was published: a deal that is won five weeks later is a win of that week's leads. */
import { type Figure, isSameFigure } from './figure.ts';
import { METRIC_IDS, type MetricId } from './metrics.ts';
import type { Scorecard } from './scorecard.ts';

export interface Moved {
  metric: MetricId;
  before: Figure;
  now: Figure;
}

/** A week as it is told to whoever asks for it. */
export interface WeekAsItStands {
  /** As it stands now; a published week in the zone and the currency that it was published in, or it would be another week. */
  scorecard: Scorecard;
  /** As it was published, and when (epoch ms); null for a week that was not. */
  published: { scorecard: Scorecard; publishedAt: number } | null;
  moved: readonly Moved[];
}

/** Of the same week, in the order of the metrics; empty where all is as it was. */
export function movedSince(published: Scorecard, current: Scorecard): Moved[] {
  return METRIC_IDS.flatMap((metric) => {
    const [before, now] = [published.metrics[metric].now, current.metrics[metric].now];
    return before.kind === 'unknown' || isSameFigure(before, now) ? [] : [{ metric, before, now }];
  });
}
