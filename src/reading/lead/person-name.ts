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

const GUID = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const HEX = /^(?=.*\d)[0-9a-f]{12,}$/i;
const NUMBER = /^[\d\s#._-]{6,}$/;
/** Letters and digits that take turns, without a blank: `tf_8dKx02Lq`, `00Q5g00000ABCDE`. */
const MIXED = /^(?=(?:.*\d){3})(?=.*\p{L})[\p{L}\d_.:-]{10,}$/u;

/** Salesforce begins the ids of leads, contacts, accounts and people so, and may have few digits behind it. */
const SALESFORCE = /^00[13QD5v][A-Za-z\d]{12}(?:[A-Za-z\d]{3})?$/;

/** A key of some program stands where a name is asked for. */
export function isToken(text: string): boolean {
  return SALESFORCE.test(text) || GUID.test(text) || HEX.test(text) || NUMBER.test(text) || MIXED.test(text);
}
