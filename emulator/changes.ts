import type { PageChange } from './page-protocol.ts';

/** What happened, for the page's live stream and for tests that wait; `activity` is a call or a delivery. */
type Change = PageChange | { kind: 'activity' };

export interface Changes {
  announce(change: Change): void;
  listen(listener: (change: Change) => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    announce: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
