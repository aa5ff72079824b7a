import { expect, it } from 'vitest';
import { sayMoney, sayRoundMoney } from '../../../src/sentences/en/money.ts';

it.each([
  [1_800_000, 'EUR', '€18,000'],
  [3_850, 'EUR', '€38.50'],
  [-500, 'USD', '-$5'],
  [5_000, 'JPY', '¥5,000'],
])('%d of the smallest unit of %s is %s', (minor, currency, said) => {
  expect(sayMoney({ minor, currency })).toBe(said);
});

it('Averages and sums are told in whole units from ten on', () => {
  const said = (minor: number, currency = 'EUR') => sayRoundMoney({ minor, currency });
  expect([said(2_211), said(995), said(-2_250), said(1_000), said(420)]).toEqual([
    ...['€22', '€9.95', '-€23', '€10', '€4.20'],
  ]);
  expect([said(1_234, 'JPY'), said(12_345, 'KWD')]).toEqual(['¥1,234', 'KWD\u00A012']);
});
