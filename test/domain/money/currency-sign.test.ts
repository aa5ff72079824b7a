import { expect, it } from 'vitest';
import { currenciesOf, currencyOf, isCurrency } from '../../../src/domain/money/currency-sign.ts';

it.each([
  ['€', ['EUR']],
  ['Fr.', ['CHF']],
  ['usd', ['USD']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['pieces', null],
])('“%s” beside an amount may mean %j', (written, codes) => {
  expect(currenciesOf(written)).toEqual(codes);
});

it('A currency is what stands there, what is said elsewhere, or what is assumed, and never a guess', () => {
  const dollars = currenciesOf('$')!;
  const told = { written: null, said: null, assumed: 'EUR' };
  expect(currencyOf(told)).toBe('EUR');
  expect(currencyOf({ ...told, said: 'GBP' })).toBe('GBP');
  expect(currencyOf({ ...told, written: dollars, said: 'CAD' })).toBe('CAD');
  expect(currencyOf({ ...told, written: dollars, assumed: 'AUD' })).toBe('AUD');
  expect(currencyOf({ ...told, written: ['GBP'] })).toBe('GBP');
  expect(currencyOf({ ...told, written: dollars })).toMatchObject({ kind: 'several' });
  expect(currencyOf({ ...told, written: ['GBP'], said: 'EUR' })).toMatchObject({
    kind: 'contradicts',
    said: 'EUR',
  });
});

it('A code is a currency only where there is one', () => {
  expect(['EUR', 'JPY', 'EURO', 'eur'].map(isCurrency)).toEqual([true, true, false, false]);
});
