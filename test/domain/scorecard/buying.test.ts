import { describe, expect, it } from 'vitest';
import { scorecard, times, weeksAgo } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('say who is buying: segments that are won more often than all together', () => {
    const card = scorecard([
      ...times(10, (n) => fact({ segment: 'Hospitality', state: n < 4 ? 'won' : 'lost' })),
      ...times(10, () => fact({ segment: 'Retail', receivedAt: weeksAgo(7) })),
      fact({ segment: 'Travel', state: 'won' }),
      fact({ segment: null, state: 'won' }),
    ]);
    expect(card.buying).toEqual([
      { segment: 'Hospitality', leads: 10, won: 4 },
      { segment: 'Travel', leads: 1, won: 1 },
    ]);
  });

  it('take one segment for one, however each lead writes it, and call it as most do', () => {
    const won = (segment: string) => fact({ segment, state: 'won' });
    const lost = (segment: string) => fact({ segment, state: 'lost' });
    const { buying } = scorecard([
      ...[won('EMEA'), won('ＥＭＥＡ'), won('emea '), lost('EMEA'), lost('Café'), lost('Cafe\u0301')],
      ...[lost('Cafe'), lost('200-500'), lost('200–500'), lost('2 00500')],
    ]);
    expect(buying).toEqual([{ segment: 'EMEA', leads: 4, won: 3 }]);
  });
});
