import { z } from 'zod';
import { cleanLine, expected } from './text.ts';

/** A trillion: dozens of such amounts in minor units still add up exactly. */
const MOST = 1e12;
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const WANTED = 'must be a decimal number such as 1234.50';

/** An amount in major units as plain decimal text; blank counts as absent. */
export function amount() {
  return written()
    .nullish()
    .transform((value) => value || null);
}

export function requiredAmount() {
  return written().refine((value) => value !== '', 'is required');
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
    .refine((text) => text === '' || CURRENCIES.has(text), 'must be an ISO 4217 code such as EUR');
}

function written() {
  return z.union([z.string(), z.number()], { error: expected(WANTED) }).transform((value, context) => {
    const text = typeof value === 'number' ? plain(value) : cleanLine(value);
    const problem = text === '' ? null : problemOf(text);
    if (problem) context.issues.push({ code: 'custom', message: problem, input: value });
    return text;
  });
}

function plain(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}

function problemOf(text: string): string | null {
  if (!/^[+-]?\d+(\.\d*)?$/.test(text)) return WANTED;
  if (text.startsWith('-')) return 'must not be negative';
  return Number(text) > MOST ? 'is too large an amount' : null;
}
