import { expect, it } from 'vitest';
import { sayMoney } from '../../../src/sentences/en/money.ts';

it.each([
  [1_800_000, 'EUR', '€18,000'],
  [3_850, 'EUR', '€38.50'],
  [-500, 'USD', '-$5'],
  [5_000, 'JPY', '¥5,000'],
])('%d of the smallest unit of %s is %s', (minor, currency, said) => {
  expect(sayMoney({ minor, currency })).toBe(said);
});
