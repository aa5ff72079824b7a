/** Names of people. */

export interface NameParts {
  name?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
}

/**
 * One name of what there is. Where a form asks for "Name" and "First name", its "Name" is the family's ("Nom" and "Prénom"); where it asks
 * for "Name" and "Surname" it is the given one ("Nome" and "Cognome").
 */
export function joinedName({ name, firstName, lastName }: NameParts, isJapanese = false): string | null {
  if (!name) return joined(firstName, lastName, isJapanese);
  if (firstName && lastName) return name;
  if (firstName && !holds(name, firstName)) return joined(firstName, name, isJapanese);
  if (lastName && !holds(name, lastName)) return joined(name, lastName, isJapanese);
  return name;
}

function holds(whole: string, part: string): boolean {
  return whole.toLowerCase().includes(part.toLowerCase());
}

const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc々]+$/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

function joined(first: string | undefined, last: string | undefined, isJapanese: boolean): string | null {
  if (!first || !last) return first || last || null;
  // In Japanese and Chinese the family comes first; the Chinese leave no blank.
  if (!CJK.test(first + last)) return `${first} ${last}`;
  return isJapanese || KANA.test(first + last) ? `${last} ${first}` : `${last}${first}`;
}

/** Whether whoever made a form asks in Japanese: 姓 and 名 are Chinese as well. */
export function isJapanese(labels: Iterable<string>): boolean {
  for (const label of labels) if (KANA.test(label)) return true;
  return false;
}
