import type { Changes } from './changes.ts';
import { wall } from './clock.ts';

export type WaitFor = (
  predicate: () => boolean,
  options?: { within?: number; what?: string },
) => Promise<void>;

/** Resolves when the predicate holds, looked at on every change; rejects after `within` ms of real time. */
export function createWaitFor(changes: Changes): WaitFor {
  return (predicate, { within = 5_000, what = 'what was awaited' } = {}) => {
    if (predicate()) return Promise.resolve();
    const since = wall.now();
    return new Promise((resolve, reject) => {
      const finish = (error?: unknown) => {
        clearTimeout(limit);
        stopListening();
        if (error === undefined) resolve();
        else reject(error);
      };
      const look = () => {
        try {
          if (predicate()) finish();
        } catch (error) {
          finish(error);
        }
      };
      const give = () => finish(new Error(`waited ${wall.now() - since} ms in vain for ${what}`));
      const limit = setTimeout(give, within);
      const stopListening = changes.listen(look);
    });
  };
}
