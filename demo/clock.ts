/** The one clock of bot and emulator: stands still and is moved while the story is told, then runs with the wall's. */
export interface DemoClock {
  now(): number;
  moveTo(instant: number): void;
  onMove(listener: () => void): () => void;
  /** From now on time passes by itself; moving it still works. */
  letRun(): void;
}

export function createDemoClock(startAt: number): DemoClock {
  const listeners = new Set<() => void>();
  let base = () => 0;
  let offset = startAt;
  const now = () => base() + offset;
  return {
    now,
    moveTo: (instant) => {
      offset = instant - base();
      for (const listener of listeners) listener();
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    letRun: () => {
      offset = now() - Date.now();
      base = () => Date.now();
    },
  };
}
