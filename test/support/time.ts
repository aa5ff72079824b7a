/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): number;
  move(ms: number): void;
  moveTo(instant: number): void;
  onMove(listener: () => void): () => void;
}

/** A Tuesday morning in working hours, no holiday near, in a zone's winter. */
export const TUESDAY_10 = Date.parse('2026-11-17T10:00:00Z');

export function testClock(start = TUESDAY_10): TestClock {
  let at = start;
  const listeners = new Set<() => void>();
  const moveTo = (instant: number) => {
    at = instant;
    for (const listener of listeners) listener();
  };
  return {
    now: () => at,
    move: (ms) => moveTo(at + ms),
    moveTo,
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `lead_0001`, `lead_0002`, …: readable, and in the order of their making. */
export function testIds(): (kind: string) => string {
  const counts = new Map<string, number>();
  return (kind) => {
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    return `${kind}_${String(next).padStart(4, '0')}`;
  };
}
