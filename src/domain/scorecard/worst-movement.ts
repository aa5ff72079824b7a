/** Which number has fallen most against the weeks before. */
import { type Figure, isTooFew } from './figure.ts';
import type { MetricId } from './metrics.ts';

/**
 * Those that a young week can be compared by: what its leads have come to so far grows for months, and would have fallen every Monday. First
 * contact in time has a rule of its own. True: less of it is better.
 */
const LESS_IS_BETTER: Partial<Record<MetricId, boolean>> = {
  leads: false,
  acceptedRate: false,
  marketingCostPerLead: true,
  claimedInTime: false,
  verdictInTime: false,
  waitWallTime: true,
  answeredInHour: false,
  answeredInDay: false,
  bookedWon: false,
};

export const MAY_FALL = Object.keys(LESS_IS_BETTER) as MetricId[];

interface Movement {
  metric: MetricId;
  now: Figure;
  average: Figure;
}

/** From 0, no worse, towards 1; null: too few to judge, or nothing to compare with. */
export function fall({ metric, now, average }: Movement): number | null {
  const [is, was] = [judged(now), judged(average)];
  if (is === null || was === null || isSmallCount(average)) return null;
  // Of what less is better, the average is what has become of it.
  const [from, to] = LESS_IS_BETTER[metric] ? [is, was] : [was, is];
  return from <= 0 ? null : Math.max(0, 1 - to / from);
}

/** A count has no denominator: it is the one that it falls from which has to be large enough. */
function isSmallCount(average: Figure): boolean {
  return average.kind === 'count' && isTooFew({ kind: 'rate', part: 0, of: Math.max(1, average.value) });
}

function judged(figure: Figure): number | null {
  if (isTooFew(figure)) return null;
  switch (figure.kind) {
    case 'count':
      return figure.value;
    case 'rate':
      return figure.of === 0 ? null : figure.part / figure.of;
    case 'cost':
      return figure.minor === null || figure.per === 0 ? null : figure.minor / figure.per;
    case 'time':
      return figure.median;
    case 'unknown':
    case 'money':
    case 'return':
      return null;
    default:
      return figure satisfies never;
  }
}
