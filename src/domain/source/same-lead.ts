/** Whether two deliveries with one id are of one person, where their sources do not tell. */

/** As domain/lead/match-keys makes them. */
export interface PersonKeys {
  email: string | null;
  phone: string | null;
}

export function isSamePerson(one: PersonKeys, other: PersonKeys): boolean {
  return isShared(one.email, other.email) || isShared(one.phone, other.phone);
}

/** Both say who they are, and it is not the same. */
export function isVisiblyAnother(one: PersonKeys, other: PersonKeys): boolean {
  if (isSamePerson(one, other)) return false;
  return (one.email !== null && other.email !== null) || (one.phone !== null && other.phone !== null);
}

function isShared(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

/** With the name as it was written; null: none was. */
export interface NamedPerson extends PersonKeys {
  name: string | null;
}

/**
 * Another name and another address: an id that a spreadsheet has rounded, or a program that counts from one again. Who only changed their address, or
 * their name, is the same.
 */
export function isSomebodyElse(one: NamedPerson, other: NamedPerson): boolean {
  if (!isVisiblyAnother(one, other)) return false;
  const [words, others] = [wordsOf(one.name), wordsOf(other.name)];
  return words.length > 0 && others.length > 0 && !words.some((word) => others.includes(word));
}

function wordsOf(name: string | null): string[] {
  return (
    (name ?? '')
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? []
  );
}
