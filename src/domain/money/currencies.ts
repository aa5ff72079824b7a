/** What many deals are made in. */
const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'SEK', 'NOK', 'DKK', 'PLN', 'CZK', 'CAD', 'AUD', 'JPY', 'INR'];

/** The currencies to choose from, the likeliest first: the team's, those it has dealt in, the common ones. */
export function offeredCurrencies(team: string, seen: readonly string[]): string[] {
  return [...new Set([team, ...[...seen].sort(), ...COMMON])].slice(0, 100);
}
