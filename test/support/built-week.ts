/** The scorecard of one week, from facts. */

import type { MetricId } from '../../src/domain/scorecard/metrics.ts';
import { figuresOf, type Moved, movedBetween } from '../../src/domain/scorecard/moved.ts';
import { buildScorecard, type Scorecard } from '../../src/domain/scorecard/scorecard.ts';
import { parseWeek } from '../../src/domain/time/week.ts';
import { sayFigure } from '../../src/sentences/en/scorecard/figure.ts';
import { berlin } from './berlin.ts';
import { MAX, MIA } from './people.ts';
import { factsOf } from './scorecard-facts.ts';

const W47 = parseWeek('2026-W47');

const OWNERS = { sales: MAX, marketing: MIA };

export function scorecard(...args: Parameters<typeof factsOf>): Scorecard {
  return buildScorecard(W47, factsOf(...args), OWNERS);
}

/** Of a week of which nothing has moved. */
export const UNMOVED = {
  moved: [],
  entries: [],
  told: [],
  names: { leads: new Map(), spend: new Map() },
};

export function movedSince(published: Scorecard, current: Scorecard): Moved[] {
  return movedBetween(figuresOf(published), figuresOf(current));
}

export function said(card: Scorecard, id: MetricId): string[] {
  const { now, last, average } = card.metrics[id];
  return [now, last, average].map(sayFigure);
}

export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

export const weeksAgo = (weeks: number) => berlin('2026-11-17T10:00') - weeks * 7 * 86_400_000;
