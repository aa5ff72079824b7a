/**
 * What a sign beside an amount may mean, the likeliest first. Several mean: ask, unless something else tells. From the signs that CLDR gives
 * currencies in English and in their own countries (https://cldr.unicode.org); pounds of islands and old currencies are left out.
 */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  '€': ['EUR'],
  EURO: ['EUR'],
  EUROS: ['EUR'],
  '£': ['GBP'],
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP'],
  US$: ['USD'],
  C$: ['CAD'],
  CA$: ['CAD'],
  CAN$: ['CAD'],
  A$: ['AUD'],
  AU$: ['AUD'],
  NZ$: ['NZD'],
  S$: ['SGD'],
  SG$: ['SGD'],
  HK$: ['HKD'],
  NT$: ['TWD'],
  MX$: ['MXN'],
  R$: ['BRL'],
  '¥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY'],
  'CN¥': ['CNY'],
  RMB: ['CNY'],
  KR: ['SEK', 'NOK', 'DKK', 'ISK'],
  FR: ['CHF'],
  SFR: ['CHF'],
  ZŁ: ['PLN'],
  ZL: ['PLN'],
  KČ: ['CZK'],
  FT: ['HUF'],
  LEI: ['RON', 'MDL'],
  ЛВ: ['BGN'],
  '₹': ['INR'],
  RS: ['INR', 'PKR', 'LKR', 'NPR'],
  '₽': ['RUB'],
  '₴': ['UAH'],
  '₺': ['TRY'],
  TL: ['TRY'],
  '₪': ['ILS'],
  '₩': ['KRW'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₱': ['PHP'],
  '₦': ['NGN'],
  '₵': ['GHS'],
  '₸': ['KZT'],
  '₼': ['AZN'],
  '₾': ['GEL'],
  R: ['ZAR'],
};

const CODES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** ISO 4217 codes; null: neither a sign nor a code that we know. */
export function currenciesOf(written: string): readonly string[] | null {
  const sign = written.replaceAll('.', '').toUpperCase();
  return SIGNS[sign] ?? (CODES.has(sign) ? [sign] : null);
}

export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

interface Told {
  /** What a sign or code beside the amount may mean; null: none stands there. */
  written: readonly string[] | null;
  /** Said elsewhere: a column, a field, a menu. */
  said: string | null;
  /** Where nobody says. */
  assumed: string;
}

export type CurrencyProblem =
  | { kind: 'contradicts'; said: string; written: readonly string[] }
  | { kind: 'several'; written: readonly string[] };

/** The currency of an amount from all that tells of it. What contradicts or leaves several is a problem, never the assumed one. */
export function currencyOf({ written, said, assumed }: Told): string | CurrencyProblem {
  if (written === null) return said ?? assumed;
  if (said !== null) return written.includes(said) ? said : { kind: 'contradicts', said, written };
  if (written.includes(assumed)) return assumed;
  const [only] = written;
  return written.length === 1 && only ? only : { kind: 'several', written };
}
