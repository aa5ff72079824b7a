/** A person's Slack id, e.g. `U0123`. */
export type PersonId = string & { readonly __person: never };

/**
 * Who did something: a person, or the program itself, or a door of it that no person stands behind.
 */
export type Actor = PersonId | 'tango' | 'api' | 'import';

export function isPerson(actor: Actor): actor is PersonId {
  return actor !== 'tango' && actor !== 'api' && actor !== 'import';
}
