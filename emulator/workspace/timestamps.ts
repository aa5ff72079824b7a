import type { TimeSource } from '../clock.ts';

/** Message timestamps: seconds and microseconds, strictly rising even when the clock stands still or goes back. */
export function createTimestamps(clock: TimeSource): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, Math.floor(clock.now()) * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}
