/** What an effort cost, as the API and files write it. What makes two deliveries the same is for the door to say. */
import { z } from 'zod';
import { moneyOf } from '../../domain/money/money.ts';
import { isTooFar, isTooLong, LONGEST_NOTE, MOST_YEARS } from '../../domain/money/spend-rules.ts';
import type { SpendInput } from '../../usecases/money/record-spend.ts';
import { currency, requiredAmount, requiredCurrency, toldCurrency } from './amount.ts';
import { requiredDay } from './day.ts';
import { ORIGIN_WORDS } from './origin-words.ts';
import type { ReadingContext } from './reading.ts';
import { lineOrNumber, requiredChoice } from './text.ts';

export function spendSchema({ file, now }: ReadingContext) {
  const first = file ? 'the day it begins with' : '"from"';
  return z
    .object({
      side: requiredChoice(['marketing', 'sales']),
      source: lineOrNumber(200).describe(ORIGIN_WORDS.source),
      campaign: lineOrNumber(200).describe(ORIGIN_WORDS.campaign),
      campaignId: lineOrNumber(200).describe(ORIGIN_WORDS.campaignId),
      note: lineOrNumber(LONGEST_NOTE).describe(
        'What it was for: of what is otherwise the same, amounts with different notes are two',
      ),
      from: requiredDay(),
      to: requiredDay(),
      amount: requiredAmount(),
      currency: file ? currency() : requiredCurrency(),
      overlap: z
        .enum(['replace', 'add'])
        .optional()
        .describe(
          'What to do where it covers a part of an earlier amount’s days; such a one is refused without it',
        ),
    })
    .refine(({ from, to }) => from <= to, {
      path: ['to'],
      message: `must not be before ${first}`,
    })
    .refine((days) => !isTooLong(days), {
      path: ['to'],
      message: `must be within ${MOST_YEARS} years of ${first}`,
    })
    .refine((days) => !isTooFar(days, new Date(now()).toISOString()), {
      path: ['to'],
      message: 'must not be after the end of next year',
    })
    .transform(({ amount, currency: said, ...spend }, context): SpendInput => {
      const told = toldCurrency({ written: amount, said, assumed: file?.currency ?? null }, context);
      return told === null ? z.NEVER : { ...spend, amount: moneyOf(amount.plain, told) };
    });
}
