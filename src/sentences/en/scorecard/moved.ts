import type { Moved } from '../../../domain/scorecard/moved.ts';
import { sayFigure } from './figure.ts';
import { METRIC_WORDS } from './metrics.ts';

/** "Won: 0 → 3"; the star of too few is left out, as the table says it. */
export function sayMoved({ metric, before: published, now }: Moved): string {
  const [before, after] = [published, now].map((figure) => sayFigure(figure).replace(/\*$/, ''));
  return `${METRIC_WORDS[metric].name}: ${before} → ${after}`;
}

export const NOTHING_MOVED = 'Nothing has changed since.';
