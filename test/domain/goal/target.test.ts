import { describe, expect, it } from 'vitest';
import { isLowerBetter, isOfMoney, readTarget, targetToType } from '../../../src/domain/goal/target.ts';
import { refused } from '../../support/refused.ts';

describe('the target of a goal', () => {
  it.each([
    ['40', 40],
    ['1,200', 1200],
    ['1.200', 1200],
    ["1'200", 1200],
    ['2k', 2000],
  ])('is %s: %i of what is counted', (typed, target) => {
    expect(readTarget('qualified', typed, 'EUR')).toEqual({ target, currency: null });
  });

  it.each(['12.500,50', '12,500.50', '€12,500.50', '12500.5'])('is %s of money', (typed) => {
    expect(readTarget('revenue', typed, 'EUR')).toEqual({ target: 1_250_050, currency: 'EUR' });
  });

  it('is 12k of money, and 12.5k', () => {
    expect(readTarget('revenue', '12k', 'EUR').target).toBe(1_200_000);
    expect(readTarget('cost_per_qualified', '0.14k EUR', 'EUR').target).toBe(14_000);
  });

  it.each([null, '', '0', '-4', '3.5', '40 EUR', 'forty', '99999999'])(
    '%s is no number of leads',
    (typed) => {
      expect(() => readTarget('won', typed, 'EUR')).toThrow(
        refused('goal_count_needed', { most: 10_000_000 }),
      );
    },
  );

  it('is in the team’s currency, and more than nothing', () => {
    expect(() => readTarget('revenue', '12k USD', 'EUR')).toThrow(
      refused('currency_contradicts', { written: ['USD'], said: 'EUR' }),
    );
    expect(() => readTarget('revenue', '0', 'EUR')).toThrow(refused('goal_amount_needed'));
    expect(() => readTarget('revenue', ' ', 'EUR')).toThrow(refused('goal_amount_needed'));
    expect(() => readTarget('revenue', 'a lot', 'EUR')).toThrow(refused('amount_unreadable'));
  });

  it('is typed again as it was read', () => {
    expect(targetToType({ target: 1_250_050, currency: 'EUR' })).toBe('12500.5');
    expect(targetToType({ target: 40, currency: null })).toBe('40');
    expect([isOfMoney('revenue'), isOfMoney('won')]).toEqual([true, false]);
    expect([isLowerBetter('cost_per_qualified'), isLowerBetter('revenue')]).toEqual([true, false]);
  });
});
