import { expect, it } from 'vitest';
import { plainAmount } from '../../../../src/intake/csv/values/amounts.ts';

it.each([
  ['1234.5', ',', '1234.5'],
  ['1.429999948', ',', '1.429999948'],
  ['1,234.50', ',', '1234.50'],
  ['1,234,567', ',', '1234567'],
  ['1.234,50', ';', '1234.50'],
  ['12,5', ';', '12.5'],
  ['0,125', ';', '0.125'],
  ['€ 1 234.50', ',', '1234.50'],
  ['18 000,00 €', ';', '18000.00'],
  ['-12,50', ';', '-12.50'],
])('an amount written %s between "%s" is %s', (text, delimiter, amount) => {
  expect(plainAmount(text, delimiter)).toEqual({ amount });
});

it.each([
  ['1,234', ','],
  ['1,234', ';'],
  ['1.234', ';'],
])('an amount that may be a thousand times more is not guessed: %s between "%s"', (text, delimiter) => {
  expect(plainAmount(text, delimiter)).toEqual({
    problem: `"${text}" can be read two ways: write 1234 or 1.2340`,
  });
});
