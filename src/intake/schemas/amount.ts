import { z } from 'zod';
import { type CurrencyProblem, currencyOf, isCurrency } from '../../domain/money/currency-sign.ts';
import { decimalText } from '../../domain/money/money.ts';
import { type ReadAmount, readAmount } from '../../domain/money/read-amount.ts';
import { cleanLine } from '../../reading/text.ts';
import { expected } from './text.ts';

/** A trillion: dozens of such amounts in minor units still add up exactly. */
const MOST = 1e12;
const WANTED = 'must be a decimal number such as 1234.50';

export type WrittenAmount = Pick<ReadAmount, 'plain' | 'currencies'>;

/** An amount in major units; blank counts as absent. A text without a comma is a plain decimal, as the API's contract has it. */
export function amount() {
  return written()
    .nullish()
    .transform((value) => value ?? null);
}

export function requiredAmount() {
  return written().transform((value, context): WrittenAmount => {
    if (value) return value;
    context.issues.push({ code: 'custom', message: 'is required', input: value });
    return z.NEVER;
  });
}

/** ISO 4217 in any case; blank counts as absent. */
export function currency() {
  return code()
    .nullish()
    .transform((value) => value || null);
}

export function requiredCurrency() {
  return code().min(1, 'is required');
}

function code() {
  return z
    .string()
    .overwrite((text) => cleanLine(text).toUpperCase())
    .refine((text) => text === '' || isCurrency(text), 'must be an ISO 4217 code such as EUR');
}

interface Told {
  written: WrittenAmount | null;
  said: string | null;
  /** Of amounts that name none; null: the use case knows it. */
  assumed: string | null;
}

/** The currency of an amount from the sign beside it and the field of its own; null, and an issue at `currency`, where the two do not fit. */
export function toldCurrency(
  { written, said, assumed }: Told,
  context: z.core.$RefinementCtx,
): string | null {
  if (!written?.currencies) return said ?? assumed;
  const told = currencyOf({ written: written.currencies, said, assumed: assumed ?? '' });
  if (typeof told === 'string') return told;
  context.issues.push({ code: 'custom', path: ['currency'], message: currencyWords(told), input: said });
  return null;
}

function currencyWords(problem: CurrencyProblem): string {
  const names = problem.written.slice(0, 3).join(', ');
  if (problem.kind === 'several')
    return `is not clear from the sign beside the amount (${names} or another): name it`;
  return `is ${problem.said}, and the sign beside the amount says ${names}`;
}

function written() {
  return z
    .union([z.string(), z.number()], { error: expected(WANTED) })
    .transform((value, context): WrittenAmount | null => {
      const text = typeof value === 'number' ? decimalText(value) : cleanLine(value);
      if (text === '') return null;
      const read = readAmount(text, { mark: text.includes(',') ? null : '.', threeDigits: 'unclear' });
      const problem = problemOf(read);
      if ('plain' in read && problem === null) return { plain: read.plain, currencies: read.currencies };
      context.issues.push({ code: 'custom', message: problem ?? WANTED, input: value });
      return z.NEVER;
    });
}

function problemOf(read: ReturnType<typeof readAmount>): string | null {
  if ('kind' in read) {
    if (read.kind === 'no_amount') return WANTED;
    return `can be read two ways: write ${read.readings.join(' or ')}`;
  }
  if (read.plain.startsWith('-')) return 'must not be negative';
  return Number(read.plain) > MOST ? 'is too large an amount' : null;
}
