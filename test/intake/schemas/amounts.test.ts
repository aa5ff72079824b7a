import { describe, expect, it } from 'vitest';
import { outcomeSchema } from '../../../src/intake/schemas/outcome.ts';
import { fieldProblems } from '../../../src/intake/schemas/problems.ts';
import { spendSchema } from '../../../src/intake/schemas/spend.ts';

const now = () => Date.parse('2026-11-17T13:15:00Z');
const file = { timezone: 'Europe/Berlin', currency: 'USD' };
const SPEND = { side: 'Marketing', from: '2026-11-01', to: '2026-11-30', amount: '12.50', currency: 'eur' };

function amountProblem(amount: unknown): string | undefined {
  const result = spendSchema({ now }).safeParse({ ...SPEND, amount });
  return result.success ? undefined : fieldProblems(result.error).map((problem) => problem.message)[0];
}

describe('an amount', () => {
  it('is a number or a decimal text in major units', () => {
    for (const amount of [12.5, '12.50', ' 12.5 ', 0, '1.429999948', 1e12])
      expect(amountProblem(amount)).toBeUndefined();
    expect(spendSchema({ now }).parse(SPEND)).toMatchObject({
      side: 'marketing',
      amount: { minor: 1250, currency: 'EUR' },
    });
  });

  it('is nothing else', () => {
    for (const amount of ['1,234.50', '€5', '0x10', '1e3', 'NaN', 'a lot'])
      expect(amountProblem(amount)).toBe('must be a decimal number such as 1234.50');
    expect(amountProblem('')).toBe('is required');
    expect(amountProblem(undefined)).toBe('is required');
    expect(amountProblem(true)).toBe('must be a decimal number such as 1234.50');
    expect(amountProblem('-1')).toBe('must not be negative');
    expect(amountProblem(1e12 + 1)).toBe('is too large an amount');
  });

  it('must name its currency over the API; a file’s is known', () => {
    const { currency, ...unnamed } = SPEND;
    expect(spendSchema({ now }).safeParse(unnamed).success).toBe(false);
    expect(spendSchema({ now, file }).parse(unnamed).amount).toEqual({ minor: 1250, currency: 'USD' });
    expect(spendSchema({ now, file }).parse(SPEND).amount.currency).toBe(currency.toUpperCase());
  });
});

describe('an outcome', () => {
  it('holds what was said and nothing else', () => {
    expect(outcomeSchema({ now }).parse({ externalId: 17, outcome: 'WON', value: 12.5, source: '' })).toEqual(
      {
        externalId: '17',
        outcome: 'won',
        value: '12.5',
      },
    );
  });
});
