/**
 * Amounts as people, files and programs write them: the one reader for all doors. 1,234.50 and 1.234,50 and "€ 1 234.50" and
 * "1'234.50 CHF" are 1234.50. What could be a thousand times more or less, or in several currencies, is not guessed: a problem instead.
 */
import { plainDigits } from '../plain-digits.ts';
import { currenciesOf } from './currency-sign.ts';

export type DecimalMark = '.' | ',';

export interface AmountContext {
  /** Which mark parts whole and fraction, where something beside this text tells: the other rows of a column, a contract. */
  mark: DecimalMark | null;
  /**
   * What one mark before exactly three digits is, where nothing tells. A person who types money means thousands; a report may mean an
   * average with three decimals.
   */
  threeDigits: 'thousands' | 'unclear';
  /** Whether "141.56K" is a number: reports are rounded so, and who types it may mean something else. */
  mayMultiply?: boolean;
}

export interface ReadAmount {
  /** A plain decimal in major units: `-1234.50`. */
  plain: string;
  /** What the sign or code beside it may mean, the likeliest first; null: none stands there. */
  currencies: readonly string[] | null;
  /** The sign or code itself, `GBP` or `$`; empty: none. In front of `plain` it reads as the same amount again. */
  sign: string;
  /** Which mark the text itself shows to be the decimal one; null: it shows none. */
  tells: DecimalMark | null;
}

export type AmountProblem =
  | { kind: 'no_amount' }
  /** Plain decimals, both of which it may be. */
  | { kind: 'two_readings'; readings: readonly [string, string] };

export function readAmount(text: string, context: AmountContext): ReadAmount | AmountProblem {
  const { text: written, zeros } = context.mayMultiply ? withoutMultiplier(text) : { text, zeros: 0 };
  const parts = takeApart(written);
  const read = parts && readNumber(parts.digits, context);
  const number = read && 'plain' in read && zeros > 0 ? { ...read, plain: moved(read.plain, zeros) } : read;
  if (!parts || !number) return NO_AMOUNT;
  if ('kind' in number) return number;
  const { currencies, sign, isNegative } = parts;
  return { ...number, plain: isNegative ? `-${number.plain}` : number.plain, currencies, sign };
}

/** Which decimal mark the text itself shows: the rows of a column tell how the others are read. Null: it shows none. */
export function toldMark(text: string): DecimalMark | null {
  const read = readAmount(text, { mark: null, threeDigits: 'unclear', mayMultiply: true });
  return 'plain' in read ? read.tells : null;
}

/** "$141.56K", "1.2M EUR", "3 Mio. €": by how many zeros more. */
const MULTIPLIERS: Readonly<Record<string, number>> = {
  ...{ k: 3, tsd: 3, m: 6, mm: 6, mio: 6, mln: 6, b: 9, bn: 9, mrd: 9 },
};
const MULTIPLIED =
  /^(.*\d)\s?(k|tsd\.?|mm?|mio\.?|mln\.?|bn?|mrd\.?)(\s*[)]?(?:\s?[\p{Sc}\p{L}]{1,4}[)]?)?)$/iu;

function withoutMultiplier(text: string): { text: string; zeros: number } {
  const [, before, word = '', behind = ''] = MULTIPLIED.exec(text.trim()) ?? [];
  if (before === undefined) return { text, zeros: 0 };
  const sign = behind.replaceAll(/[()\s]/g, '');
  // "MXN" begins with an M, and is a currency.
  const isSign = sign === '' || currenciesOf(sign) !== null;
  if (!isSign || currenciesOf(word + sign) !== null) return { text, zeros: 0 };
  return { text: before + behind, zeros: MULTIPLIERS[word.toLowerCase().replace('.', '')] ?? 0 };
}

function moved(plain: string, zeros: number): string {
  const [whole = '', fraction = ''] = plain.split('.');
  const digits = `${whole}${fraction.slice(0, zeros).padEnd(zeros, '0')}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(zeros);
  return rest ? `${digits}.${rest}` : digits;
}

const NO_AMOUNT: AmountProblem = { kind: 'no_amount' };

const SIGN = String.raw`[\p{Sc}\p{L}][\p{Sc}\p{L}.]*`;
const DIGITS = String.raw`\d[\d.,'’\x20]*|[.,]\d+`;
const WRITTEN = new RegExp(
  `^(?<minus>[+-]?)(?<open>\\(?)\\s*(?<before>${SIGN})?\\s*(?<inner>[+-]?)\\s*(?<digits>${DIGITS})(?<after>${SIGN})?\\s*(?<close>[)]?)(?<behind>-?)$`,
  'u',
);

interface Parts {
  isNegative: boolean;
  digits: string;
  currencies: readonly string[] | null;
  sign: string;
}

function takeApart(text: string): Parts | null {
  // NFKC makes full-width signs, and spaces that do not break, plain ones; invisible characters say nothing.
  const plain = plainDigits(text.normalize('NFKC'))
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll('٫', ',')
    .replaceAll('٬', "'")
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const written = WRITTEN.exec(plain)?.groups;
  if (!written) return null;
  const { minus, open, before, inner, digits = '', after, close, behind } = written;
  if (Boolean(open) !== Boolean(close)) return null;
  const currencies = together(before, after);
  if (currencies === 'unknown') return null;
  // "100,-" and "100.-" say that there are no cents.
  const hasDash = Boolean(behind) && /[.,]$/.test(digits);
  const minuses = [minus === '-', inner === '-', Boolean(behind) && !hasDash, Boolean(open)].filter(Boolean);
  if (minuses.length > 1) return null;
  const [only] = currencies ?? [];
  const sign = currencies?.length === 1 && only ? only : (before ?? after ?? '');
  return { isNegative: minuses.length === 1, digits: digits.trim(), currencies, sign };
}

/** "$ 5 CAD": each of the two says something. */
function together(
  before: string | undefined,
  after: string | undefined,
): readonly string[] | null | 'unknown' {
  const named = [before, after].filter((sign) => sign !== undefined).map(currenciesOf);
  const [first, second] = named;
  if (first === undefined) return null;
  const common = second ? first?.filter((code) => second.includes(code)) : first;
  return named.includes(null) || !common || common.length === 0 ? 'unknown' : common;
}

type ReadNumber = Pick<ReadAmount, 'plain' | 'tells'>;

function readNumber(written: string, context: AmountContext): ReadNumber | AmountProblem | null {
  const isSpaced = /[ '’]/.test(written);
  // A space or an apostrophe can only part thousands.
  if (isSpaced && !/^\d{1,3}([ '’]\d{3})+([.,]\d*)?$/.test(written)) return null;
  const text = written.replaceAll(/[ '’]/g, '');
  const marks = new Set(text.match(/[.,]/g));
  if (marks.size === 0) return { plain: text, tells: null };
  const mark = text.lastIndexOf('.') > text.lastIndexOf(',') ? '.' : ',';
  const isSingle = text.split(mark).length === 2;
  if (marks.size === 2) return isSingle && !isSpaced ? decimal(text, mark, context) : null;
  if (!isSingle) return thousands(text, mark, context);
  return single(text, mark, { ...context, ...(isSpaced ? { mark } : {}) });
}

/** One mark in all: between whole and fraction, or between thousands. */
function single(text: string, mark: DecimalMark, context: AmountContext): ReadNumber | AmountProblem | null {
  if (context.mark === mark) return decimal(text, mark, context);
  if (context.mark !== null) return thousands(text, mark, context);
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return decimal(text, mark, context);
  if (context.threeDigits === 'thousands') return { plain: text.replace(mark, ''), tells: null };
  return { kind: 'two_readings', readings: [text.replace(mark, ''), `${text.replace(mark, '.')}0`] };
}

function decimal(text: string, mark: DecimalMark, context: AmountContext): ReadNumber | null {
  if (context.mark !== null && context.mark !== mark) return null;
  const [whole = '', fraction = ''] = text.split(mark);
  if (/[.,]/.test(whole) && !isGrouped(whole)) return null;
  const plain = `${whole.replaceAll(/[.,]/g, '') || '0'}${fraction ? `.${fraction}` : ''}`;
  return { plain, tells: mark };
}

function thousands(text: string, mark: DecimalMark, context: AmountContext): ReadNumber | null {
  if (context.mark === mark || !isGrouped(text)) return null;
  // Twice the same mark cannot be a decimal one; once, it is what the context says.
  const tells = text.split(mark).length > 2 ? other(mark) : null;
  return { plain: text.replaceAll(mark, ''), tells };
}

/** In threes, or as in India: 12,34,567. */
function isGrouped(text: string): boolean {
  return /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text) || /^\d{1,2}([.,]\d{2})+[.,]\d{3}$/.test(text);
}

function other(mark: DecimalMark): DecimalMark {
  return mark === '.' ? ',' : '.';
}
