import { AppError } from '../../errors.ts';
import { type CurrencyProblem, currencyOf } from './currency-sign.ts';
import { fractionDigits, type Money, moneyOf } from './money.ts';
import { type AmountProblem, readAmount } from './read-amount.ts';

interface Told {
  /** ISO 4217, chosen beside the field; null: there is nothing to choose. */
  said: string | null;
  assumed: string;
}

/** What a person typed into a field named `amount`: "18 000", "18,000", "€18.000,50". Blank is null. Throws invalid, said at the field. */
export function typedAmount(typed: string | null, { said, assumed }: Told): Money | null {
  const text = typed?.trim();
  if (!text) return null;
  const usual = said ?? assumed;
  const threeDigits = fractionDigits(usual) < 3 ? 'thousands' : 'unclear';
  const read = readAmount(text, { mark: null, threeDigits });
  if ('kind' in read) throw refused(amountWords(read));
  const currency = currencyOf({ written: read.currencies, said, assumed });
  if (typeof currency !== 'string') throw refused(currencyWords(currency));
  const decimals = read.plain.split('.')[1]?.length ?? 0;
  if (read.plain.startsWith('-') || decimals > Math.max(fractionDigits(currency), 2)) {
    throw refused(amountWords({ kind: 'no_amount' }));
  }
  return moneyOf(read.plain, currency);
}

function refused(message: string): AppError {
  return new AppError('invalid', message, { problems: [{ field: 'amount', message }] });
}

function amountWords(problem: AmountProblem): string {
  if (problem.kind === 'no_amount') return 'Please write a number such as 18000 or 18000.50.';
  const [more, less] = problem.readings;
  return `Is that ${more} or ${less}? Please write it that way.`;
}

function currencyWords(problem: CurrencyProblem): string {
  if (problem.kind === 'contradicts') {
    return `You wrote ${problem.written[0]}, and ${problem.said} is chosen. Which one is it?`;
  }
  const [first, ...others] = problem.written.slice(0, 3);
  return `Is that ${[first, ...others].join(', ')} or another? Please write it as in ${first} 18000.`;
}
