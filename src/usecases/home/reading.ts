import type { PersonId } from '../../domain/team/actor.ts';
import type { Settings } from '../../domain/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

/** What a person's Home is read from, and each list that it opens. */
export interface HomeReading {
  readonly tx: Tx;
  readonly settings: Settings;
  /** Epoch ms. */
  readonly now: number;
  /** Whose Home it is. */
  readonly person: PersonId;
}

/** A part of a list. */
export interface Part {
  limit: number;
  offset?: number;
}
