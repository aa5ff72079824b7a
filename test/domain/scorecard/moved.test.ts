import { describe, expect, it } from 'vitest';
import { movedSince, scorecard, times } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

const FOUR = times(4, () => fact());

describe('what has moved since a week was published', () => {
  it('is nothing while its leads and its money are the same', () => {
    expect(movedSince(scorecard(FOUR), scorecard(FOUR))).toEqual([]);
  });

  it('is a rate whose value is the same and whose leads are more', () => {
    const half = [fact({ state: 'qualified' }), fact()];
    const moved = movedSince(scorecard(half), scorecard([...half, ...half]));
    expect(moved).toContainEqual({
      metric: 'qualifiedRate',
      before: { kind: 'rate', part: 1, of: 2 },
      now: { kind: 'rate', part: 2, of: 4 },
    });
  });

  it('is what comes down as well as what goes up', () => {
    const moved = movedSince(scorecard([...FOUR, fact({ state: 'won' })]), scorecard(FOUR));
    expect(moved).toContainEqual({
      metric: 'won',
      before: { kind: 'count', value: 1 },
      now: { kind: 'count', value: 0 },
    });
  });
});
