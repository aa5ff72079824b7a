import { describe, expect, it } from 'vitest';
import { outcomeSchema } from '../../../src/intake/schemas/outcome.ts';
import { fieldProblems } from '../../../src/intake/schemas/problems.ts';
import { spendSchema } from '../../../src/intake/schemas/spend.ts';
import { saidProblems } from '../../support/refused.ts';

const now = () => Date.parse('2026-11-17T13:15:00Z');
const file = { timezone: 'Europe/Berlin', currency: 'USD' };
const SPEND = { side: 'Marketing', from: '2026-11-01', to: '2026-11-30', amount: '12.50', currency: 'eur' };

function amountProblem(amount: unknown): string | undefined {
  const result = spendSchema({ now }).safeParse({ ...SPEND, amount });
  return result.success ? undefined : saidProblems({ problems: fieldProblems(result.error) })[0]?.message;
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
    for (const amount of ['0x10', '1e3', 'NaN', 'a lot', '1.234,5.6'])
      expect(amountProblem(amount)).toBe('must be a decimal number such as 1234.50');
    expect(amountProblem('')).toBe('is required');
    expect(amountProblem(undefined)).toBe('is required');
    expect(amountProblem(true)).toBe('must be a decimal number such as 1234.50');
    expect(amountProblem('-1')).toBe('must not be negative');
    expect(amountProblem(1e12 + 1)).toBe('is too large an amount');
  });

  it('is read in the notation of other countries too, and not where that could be a thousand times more', () => {
    const amountOf = (amount: string) => spendSchema({ now }).parse({ ...SPEND, amount }).amount.minor;
    expect(['1,234.50', '1.234,50', '12,5', '€5', '5 EUR'].map(amountOf)).toEqual([
      123450, 123450, 1250, 500, 500,
    ]);
    expect(amountProblem('1,234')).toBe('can be read two ways: write 1234 or 1.2340');
    // The contract has a point before the decimals.
    expect(amountOf('1.234')).toBe(123);
  });

  it('is never of another currency than the sign beside it says', () => {
    const problem = (amount: string, currency: string | null, reading = {}) => {
      const result = spendSchema({ now, ...reading }).safeParse({ ...SPEND, amount, currency });
      return result.success ? result.data.amount : saidProblems({ problems: fieldProblems(result.error) });
    };
    expect(problem('£10.00', 'EUR')).toEqual([
      { field: 'currency', message: 'is EUR, and the sign beside the amount says GBP' },
    ]);
    expect(problem('$5', null, { file: { ...file, currency: 'EUR' } })).toEqual([
      {
        field: 'currency',
        message: 'is not clear from the sign beside the amount (USD, CAD, AUD or another): name it',
      },
    ]);
    expect(problem('$5', null, { file })).toEqual({ minor: 500, currency: 'USD' });
    expect(problem('£5', null, { file })).toEqual({ minor: 500, currency: 'GBP' });
    expect(problem('$5', 'cad')).toEqual({ minor: 500, currency: 'CAD' });
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

  it('has the currency that stands beside its value', () => {
    const deal = (more: object) => outcomeSchema({ now }).safeParse({ leadId: 'l', outcome: 'won', ...more });
    expect(deal({ value: '£10' }).data).toMatchObject({ value: '10', currency: 'GBP' });
    expect(deal({ value: '$10', currency: 'USD' }).data).toMatchObject({ value: '10', currency: 'USD' });
    expect(deal({ value: '$10' }).success).toBe(false);
    expect(deal({ value: '10' }).data).not.toHaveProperty('currency');
  });
});
