import type { Database } from '../store/database.ts';

/** What every use case is handed: where the data is, what time it is, and how to name new things. */
export interface Context {
  db: Database;
  clock: { now(): number };
  newId: (kind: string) => string;
}
