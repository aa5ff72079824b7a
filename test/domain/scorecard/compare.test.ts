import { expect, it } from 'vitest';
import { said, scorecard, times, weeksAgo } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

it('Each number stands beside that of the week before and the average of the weeks before', () => {
  const weeks = [3, 5, 1, 1, 1].flatMap((count, ago) =>
    times(count, () => fact({ receivedAt: weeksAgo(ago) })),
  );
  expect(said(scorecard(weeks, { firstArrival: weeksAgo(8) }), 'leads')).toEqual(['3', '5', '2']);
});
