import { onTestFinished } from 'vitest';
import type { Database } from '../../src/store/database.ts';

/** The next transactions fail this way, as many as are said; counts how many were tried until it is mended. */
export function failing(db: Database, thrown: Error, { times = Number.POSITIVE_INFINITY, passing = 0 } = {}) {
  const begin = db.transaction.bind(db);
  const counts = { tried: -passing };
  db.transaction = async (work, until) => {
    counts.tried += 1;
    if (counts.tried <= 0) return begin(work, until);
    if (counts.tried <= times) throw thrown;
    return begin(work, until);
  };
  const mend = () => {
    db.transaction = begin;
    return counts.tried;
  };
  onTestFinished(() => void mend());
  return mend;
}
