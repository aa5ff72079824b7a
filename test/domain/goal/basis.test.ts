import { expect, it } from 'vitest';
import { basisOf, suggestedTarget } from '../../../src/domain/goal/basis.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import type { Reached } from '../../../src/domain/goal/reached.ts';
import { sayBasis } from '../../../src/sentences/en/goal.ts';

const month = (text: string, reached: Partial<Reached>) => ({
  month: parsePeriod(text),
  reached: { leads: 0, qualified: 0, won: [], stories: 0, spent: null, ...reached },
});

const MONTHS = [
  month('2026-10', { qualified: 28, spent: 280_000 }),
  month('2026-09', { qualified: 35, spent: null }),
  month('2026-08', { qualified: 31, spent: 660_000 }),
];

it('a goal begins with the average of the last three months, of a quarter with three times as much', () => {
  const basis = basisOf('qualified', MONTHS, 'EUR');
  expect(suggestedTarget('qualified', parsePeriod('2026-11'), basis)).toBe(31);
  expect(suggestedTarget('qualified', parsePeriod('2026-Q4'), basis)).toBe(94);
  expect(sayBasis('qualified', basis, 'EUR')).toBe(
    '28 in October 2026; 31.3 on average of the 3 months before this one.',
  );
});

it('a cost is of all months together, and a quarter’s is no other', () => {
  const basis = basisOf('cost_per_qualified', MONTHS, 'EUR');
  expect(basis).toMatchObject({ last: 10_000, average: 10_000 });
  expect(suggestedTarget('cost_per_qualified', parsePeriod('2026-Q4'), basis)).toBe(10_000);
});

it('without a month before this one nothing is suggested', () => {
  expect(basisOf('won', [], 'EUR')).toBeNull();
  expect(suggestedTarget('won', parsePeriod('2026-11'), null)).toBeNull();
  expect(suggestedTarget('won', parsePeriod('2026-11'), basisOf('won', MONTHS, 'EUR'))).toBeNull();
  expect(sayBasis('won', null, 'EUR')).toContain('Nothing shows yet');
});
