import type { Database } from '../store/database.ts';
import type { SecretBox } from './secret-box.ts';

/** What every use case is handed: where the data is, what time it is, and how to name new things. */
export interface Context {
  db: Database;
  clock: { now(): number };
  newId: (kind: string) => string;
  /** Seals what is stored as it is; absent: there is no key. */
  secrets?: SecretBox;
  /** What a person has just done in Slack; absent for everything else that is done. */
  gesture?: Gesture;
}

/**
 * One click, or one filled-in form. Slack tells a person that it failed when our answer was lost on its way, and they do it again: kept with
 * what it changed, so that a repeat is taken for the success that it was.
 */
export interface Gesture {
  kind: 'click' | 'form';
  /** Who did it where to what, with a hash of all that was filled in: the same for a repeat and for nothing else. */
  key: string;
}
