/** What an effort cost, as the API and files write it. What makes two deliveries the same is for the door to say. */
import { z } from 'zod';
import { moneyOf } from '../../domain/money/money.ts';
import type { Spend } from '../../domain/money/spend.ts';
import { currency, requiredAmount, requiredCurrency } from './amount.ts';
import { requiredDay } from './day.ts';
import type { Reading } from './reading.ts';
import { line, requiredChoice } from './text.ts';

export function spendSchema({ file }: Reading) {
  return z
    .object({
      side: requiredChoice(['marketing', 'sales']),
      source: line(200),
      campaign: line(200),
      from: requiredDay(),
      to: requiredDay(),
      amount: requiredAmount(),
      currency: file ? currency().transform((stated) => stated ?? file.currency) : requiredCurrency(),
    })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before "from"' })
    .transform(
      ({ amount, currency: code, ...spend }): Spend => ({ ...spend, amount: moneyOf(amount, code) }),
    );
}
