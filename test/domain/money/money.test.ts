import { expect, it } from 'vitest';
import { moneyOf } from '../../../src/domain/money/money.ts';
import { refused } from '../../support/refused.ts';

it('an amount is a number that can be counted exactly, in a currency that there is', () => {
  expect(() => moneyOf('about 5', 'EUR')).toThrow(refused('no_amount', { text: 'about 5' }));
  expect(() => moneyOf(Number.NaN, 'EUR')).toThrow(refused('amount_not_finite'));
  expect(() => moneyOf('90071992547409.92', 'EUR')).toThrow(refused('amount_too_large'));
  expect(moneyOf('90071992547409.91', 'EUR').minor).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => moneyOf('5', 'EURO')).toThrow(refused('no_currency', { text: 'EURO' }));
});
