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
