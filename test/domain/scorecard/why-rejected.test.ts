import { describe, expect, it } from 'vitest';
import { scorecard, times } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('tell why leads were rejected, by reason and campaign', () => {
    const rejected = (campaign: string | null) =>
      fact({ state: 'rejected', reason: 'not_our_market', campaign });
    const card = scorecard([...times(3, () => rejected('Hotels Q4')), rejected(null)]);
    expect(card.rejections).toEqual([
      {
        reason: 'not_our_market',
        label: 'Not our market',
        leads: 4,
        campaigns: [
          { campaign: 'Hotels Q4', leads: 3 },
          { campaign: null, leads: 1 },
        ],
      },
    ]);
    expect(card.agenda.find(({ side }) => side === 'marketing')?.point).toEqual({
      ...{ code: 'one_reason', leads: 4, of: 4, reason: 'not_our_market' },
      ...{ label: 'Not our market', campaign: 'Hotels Q4' },
    });
  });
});
