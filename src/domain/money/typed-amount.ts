import type { AppError } from '../../errors.ts';
import { refuseField } from '../refusals.ts';
import { type CurrencyProblem, currencyOf } from './currency-sign.ts';
import { fractionDigits, type Money, moneyOf } from './money.ts';
import { type AmountProblem, readAmount } from './read-amount.ts';

interface Told {
  /** ISO 4217, chosen beside the field; null: there is nothing to choose. */
  said: string | null;
  assumed: string;
  /** Whether "12k" is an amount. */
  mayMultiply?: boolean;
}

/** What a person typed into a field named `amount`: "18 000", "18,000", "€18.000,50". Blank is null. Throws invalid, said at the field. */
export function typedAmount(
  typed: string | null,
  { said, assumed, mayMultiply = false }: Told,
): Money | null {
  const text = typed?.trim();
  if (!text) return null;
  const usual = said ?? assumed;
  const threeDigits = fractionDigits(usual) < 3 ? 'thousands' : 'unclear';
  const read = readAmount(text, { mark: null, threeDigits, mayMultiply });
  if ('kind' in read) throw refused(read);
  const currency = currencyOf({ written: read.currencies, said, assumed });
  if (typeof currency !== 'string') throw refused(currency);
  const decimals = read.plain.split('.')[1]?.length ?? 0;
  if (read.plain.startsWith('-') || decimals > Math.max(fractionDigits(currency), 2)) {
    throw refused({ kind: 'no_amount' });
  }
  return moneyOf(read.plain, currency);
}

function refused(problem: AmountProblem | CurrencyProblem): AppError {
  switch (problem.kind) {
    case 'no_amount':
      return refuseField('amount', 'amount_unreadable');
    case 'two_readings':
      return refuseField('amount', 'amount_two_readings', { readings: problem.readings });
    case 'contradicts':
      return refuseField('amount', 'currency_contradicts', problem);
    case 'several':
      return refuseField('amount', 'currency_unclear', { written: problem.written });
    default:
      return problem satisfies never;
  }
}
