/** Anything that tells the time; the emulator also listens when it is moved. */
export interface TimeSource {
  /** Epoch milliseconds. */
  now(): number;
  onMove?(listener: () => void): unknown;
}

/** The emulator's own clock: runs like the wall's, or stands still; moved forward on demand. */
export interface EmulatorClock extends TimeSource {
  move(ms: number): void;
  moveTo(instant: number): void;
  onMove(listener: () => void): () => void;
}

/** Real time, for what a bot measures against its own watch: signatures, and answers due within seconds. */
export const wall: TimeSource = { now: () => Date.now() };

export function createClock(options: { startAt?: number; frozen?: boolean } = {}): EmulatorClock {
  const listeners = new Set<() => void>();
  const base = options.frozen === true ? () => 0 : () => wall.now();
  let offset = options.startAt === undefined ? 0 : options.startAt - base();
  if (options.frozen === true && options.startAt === undefined) offset = wall.now();
  const move = (ms: number) => {
    offset += ms;
    for (const listener of listeners) listener();
  };
  const now = () => base() + offset;
  return {
    now,
    move,
    moveTo: (instant) => move(instant - now()),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
