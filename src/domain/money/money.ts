import { refuse, refuseBecause } from '../refusals.ts';

/** An amount in the smallest unit of its currency (cents, yen). Never added across currencies. */
export interface Money {
  minor: number;
  /** ISO 4217. */
  currency: string;
}

/** By currency: to ask Intl takes longer than all else that is done with an amount. */
const DIGITS = new Map<string, number>();

/** 2 for most, 0 for yen, 3 for dinars: as CLDR has it, through Intl. */
export function fractionDigits(currency: string): number {
  const known = DIGITS.get(currency);
  if (known !== undefined) return known;
  try {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    DIGITS.set(currency, digits);
    return digits;
  } catch (cause) {
    throw refuseBecause(cause, 'no_currency', { text: currency });
  }
}

/**
 * From major units as people and files write them: `18000`, `"1234.50"`. Rounds to the smallest unit, half away from zero,
 * because ad platforms export `1.429999948`. Refuses what is not a plain decimal or is too large to count exactly.
 */
export function moneyOf(major: string | number, currency: string): Money {
  const text = typeof major === 'number' ? decimalText(major) : major.trim();
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) throw refuse('no_amount', { text });
  const [, sign, whole = '', fraction = ''] = match;
  const digits = fractionDigits(currency);
  const padded = fraction.padEnd(digits + 1, '0');
  const kept = BigInt(whole + padded.slice(0, digits)) + (padded.charCodeAt(digits) >= 53 ? 1n : 0n);
  const minor = Number(sign === '-' ? -kept : kept);
  if (!Number.isSafeInteger(minor)) throw refuse('amount_too_large', { text });
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** In major units, for the edges of the program. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** fractionDigits(money.currency);
}

const DECIMAL = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 });

/** Never with an exponent. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw refuse('amount_not_finite');
  return DECIMAL.format(value);
}
