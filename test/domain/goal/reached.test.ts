import { expect, it } from 'vitest';
import { leftOutOf, reachedIn } from '../../../src/domain/goal/reached.ts';

it('what was reached is what the goal counts', () => {
  const { reached } = {
    reached: {
      leads: 9,
      qualified: 0,
      stories: 2,
      spent: null,
      won: [{ currency: null, count: 1, minor: 0 }],
    },
  };
  const counted = (kind: Parameters<typeof reachedIn>[0]['kind']) =>
    reachedIn({ kind, currency: 'EUR' }, reached);
  expect([counted('leads'), counted('stories'), counted('won'), counted('revenue')]).toEqual([9, 2, 1, 0]);
  expect([
    leftOutOf({ kind: 'revenue', currency: 'EUR' }, reached),
    leftOutOf({ kind: 'won', currency: null }, reached),
  ]).toEqual([1, 0]);
});
