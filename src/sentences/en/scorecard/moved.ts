import type { Moved } from '../../../domain/scorecard/moved.ts';
import { sayExactFigure } from './figure.ts';
import { METRIC_WORDS } from './metrics.ts';

/** "Won: 0 → 3" */
export function sayMoved({ metric, before: published, now }: Moved): string {
  const [before, after] = [published, now].map(sayExactFigure);
  return `${METRIC_WORDS[metric].name}: ${before} → ${after}`;
}

export const NOTHING_MOVED = 'Nothing has changed since.';
