import { expect, it } from 'vitest';
import { offeredCurrencies } from '../../../src/domain/money/currencies.ts';

it('The team’s currency comes first, then those it has dealt in, then the common ones, each once', () => {
  const offered = offeredCurrencies('CHF', ['USD', 'BRL']);
  expect(offered.slice(0, 4)).toEqual(['CHF', 'BRL', 'USD', 'EUR']);
  expect(new Set(offered).size).toBe(offered.length);
});
