import { currenciesOf } from '../../domain/money/currency-sign.ts';

/** Brackets, or what stands last: "Amount spent (USD)", "Cost [EUR]", "Betrag in €", "Spend USD". */
const PLACES: readonly RegExp[] = [
  /[([]\s*([^()[\]]{1,4})\s*[)\]]/,
  /(?:^|[\s_])([A-Z]{3}|[\p{Sc}]|[A-Z]{1,2}[$])\s*$/u,
];

/** The sign or code by which a header says the currency of its column; null: it says none. */
export function headerSign(header: string): string | null {
  for (const place of PLACES) {
    const sign = place.exec(header)?.[1]?.trim();
    if (sign && currenciesOf(sign) !== null) return sign;
  }
  return null;
}
