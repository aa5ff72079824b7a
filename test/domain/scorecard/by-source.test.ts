import { describe, expect, it } from 'vitest';
import { scorecard } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('put each lead of a source into exactly one place', () => {
    const card = scorecard([
      fact(),
      fact({ state: 'resting', reason: 'other' }),
      fact({ state: 'lost' }),
      fact({ source: null, state: 'won' }),
    ]);
    expect(card.sources).toEqual([
      { source: 'Webinar', leads: 3, open: 1, qualified: 1, rejected: 1, won: 0, spend: null },
      { source: null, leads: 1, open: 0, qualified: 1, rejected: 0, won: 1, spend: null },
    ]);
  });
});
