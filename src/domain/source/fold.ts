/** What is left of a name for telling whether two are spelled alike: no capitals, blanks, hyphens, underscores, dots, and one way of storing a letter. */

/**
 * Two names with the same key are the same name. One of which nothing is left is its own key. What stands between two numbers keeps them apart:
 * "Fair 1 12" is not "Fair 11 2".
 */
export function nameKey(name: string): string {
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const bare = name
    .normalize('NFKC')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/(?<=\p{N})[\s\p{Z}\p{Cc}\p{Pd}_.·]+(?=\p{N})/gu, '-')
    .replaceAll(/(?<!\p{N})[\s\p{Z}\p{Cc}\p{Pd}_.·]+|[\s\p{Z}\p{Cc}\p{Pd}_.·]+(?!\p{N})/gu, '');
  const key = bare === '' ? `=${tidyName(name)}` : bare;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(name, key);
  return key;
}

/** Each lead and each card asks for the same few. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** One line, and one way of storing the same letters. */
export function tidyName(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\s\p{Z}]+/gu, ' ')
    .trim();
}

/** What ad platforms call a campaign among themselves: nobody types such a name. */
export function isPlatformId(name: string): boolean {
  return /^\d{6,}$/.test(name.trim());
}
