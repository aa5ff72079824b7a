import { expect, it } from 'vitest';
import { typedAmount } from '../../../src/domain/money/typed-amount.ts';
import { saying } from '../../support/refused.ts';

const EUR = { said: null, assumed: 'EUR' };

it.each([
  ['18000', 1_800_000],
  ['18 000', 1_800_000],
  ['18,000', 1_800_000],
  ['18.000', 1_800_000],
  ['18.000,50', 1_800_050],
  ['1234,56', 123_456],
  ['1234,5', 123_450],
  ['€18000', 1_800_000],
  ['18000 EUR', 1_800_000],
])('%s typed where people count in euros is %i cents', (text, minor) => {
  expect(typedAmount(text, EUR)).toEqual({ minor, currency: 'EUR' });
});

it('blank is no amount', () => {
  expect([null, '', '  '].map((text) => typedAmount(text, EUR))).toEqual([null, null, null]);
});

it('is in the currency that is typed beside it', () => {
  expect(typedAmount('£10', EUR)).toEqual({ minor: 1000, currency: 'GBP' });
  expect(typedAmount('USD 18000', EUR)).toEqual({ minor: 1_800_000, currency: 'USD' });
  expect(typedAmount('$18000', { said: null, assumed: 'CAD' })).toEqual({
    minor: 1_800_000,
    currency: 'CAD',
  });
  expect(typedAmount('$18000', { said: 'USD', assumed: 'EUR' })).toEqual({
    minor: 1_800_000,
    currency: 'USD',
  });
});

it.each([
  ['$18000', EUR, 'Is that USD, CAD, AUD or another? Please write it as in USD 18000.'],
  ['£10', { said: 'EUR', assumed: 'EUR' }, 'You wrote GBP, and EUR is chosen. Which one is it?'],
  ['1.234', { said: null, assumed: 'KWD' }, 'Is that 1234 or 1.2340? Please write it that way.'],
  ['-5', EUR, 'Please write a number such as 18000 or 18000.50.'],
  ['1.2345', EUR, 'Please write a number such as 18000 or 18000.50.'],
  ['18k', EUR, 'Please write a number such as 18000 or 18000.50.'],
])('%s is asked about, never guessed', (text, told, message) => {
  expect(() => typedAmount(text, told)).toThrow(saying(message));
});
