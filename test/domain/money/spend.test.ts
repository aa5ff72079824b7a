import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spendWithin } from '../../../src/domain/money/spend.ts';

const november = { from: '2026-11-01', to: '2026-11-30', amount: { minor: 10_000, currency: 'EUR' } };

it('a monthly amount is spread by day, and the odd cents go to the first days', () => {
  // 10,000 cents over 30 days: 333 each, 10 left over.
  expect(spendWithin(november, '2026-11-01', '2026-11-01')).toBe(334);
  expect(spendWithin(november, '2026-11-11', '2026-11-11')).toBe(333);
  expect(spendWithin(november, '2026-11-16', '2026-11-22')).toBe(7 * 333);
});

it('an amount outside of the days asked for is nothing', () => {
  expect(spendWithin(november, '2026-10-01', '2026-10-31')).toBe(0);
  expect(spendWithin(november, '2026-12-01', '2026-12-31')).toBe(0);
});

it('an amount wholly inside is itself, across a month of another length and a leap day', () => {
  expect(spendWithin({ ...november, from: '2028-02-01', to: '2028-03-31' }, '2028-01-01', '2028-12-31')).toBe(
    10_000,
  );
});

it('however the days are cut, the parts add up to the amount', () => {
  const day = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: -1e9, max: 1e12 }), (a, b, cut, minor) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map(toDay) as [string, string];
      const spend = { from, to, amount: { minor, currency: 'EUR' } };
      const before = spendWithin(spend, toDay(0), toDay(cut));
      const after = spendWithin(spend, toDay(cut + 1), toDay(800));
      expect(before + after).toBe(minor);
    }),
  );
});

function toDay(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}
