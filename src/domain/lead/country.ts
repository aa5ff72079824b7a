/** Countries as people write them, and the one that a time zone lies in: what a phone number without a country code is read by. */
import { type CountryCode, getCountries, isSupportedCountry } from 'libphonenumber-js/max';

/** ISO 3166, two letters. */
export type Country = CountryCode;

/** "UK", "United Kingdom", "GB", "DE-BY"; null for what is no country, such as "EMEA". */
export function countryNamed(text: string): Country | null {
  const name = text.trim().toLowerCase();
  const code = (name.match(/^[a-z]{2}(?=$|-)/)?.[0] ?? '').toUpperCase();
  return namedCountries().get(name) ?? (isSupportedCountry(code) ? code : null);
}

/** Null for zones of no country, such as UTC. */
export function countryOfZone(zone: string): Country | null {
  const canonical = canonicalZone(zone);
  zoneCountries ??= new Map(
    getCountries().flatMap((country) => zonesOf(country).map((name) => [name, country])),
  );
  return zoneCountries.get(canonical) ?? null;
}

/** Asking for the zones of all countries takes 100 ms, and an import asks for each of its leads. */
let zoneCountries: Map<string, Country> | undefined;

const ALSO: readonly [string, Country][] = [
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['northern ireland', 'GB'],
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['the netherlands', 'NL'],
  ['holland', 'NL'],
];

/** Countries are called by their own people's name too: "Deutschland", "España". */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

let names: Map<string, Country> | undefined;

/** Made at the first question: most runs of the command line ask none. */
function namedCountries(): ReadonlyMap<string, Country> {
  if (names) return names;
  names = new Map(ALSO);
  for (const language of LANGUAGES) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region' });
    for (const country of getCountries())
      names.set(inLanguage.of(country)?.toLowerCase() ?? country, country);
  }
  return names;
}

/** Node has it; TypeScript's library does not know it yet. */
type LocaleWithZones = Intl.Locale & { getTimeZones(): string[] | undefined };

function zonesOf(country: Country): string[] {
  return (new Intl.Locale('und', { region: country }) as LocaleWithZones).getTimeZones() ?? [];
}

const canonicalZones = new Map<string, string>();

/** Node lists Asia/Calcutta where people write Asia/Kolkata. */
function canonicalZone(zone: string): string {
  const known = canonicalZones.get(zone);
  if (known !== undefined) return known;
  const canonical = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  canonicalZones.set(zone, canonical);
  return canonical;
}
