import type { TimeSource } from './clock.ts';

/** Things to do at an instant of the emulator's clock; moving the clock runs what became due. */
export interface Schedule {
  at(instant: number, run: () => void): void;
  runDue(): void;
  stop(): void;
}

/** Longest wait that setTimeout takes. */
const LONGEST_TIMER = 2_147_483_647;

export function createSchedule(clock: TimeSource): Schedule {
  let entries: { instant: number; run: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const wind = () => {
    clearTimeout(timer);
    if (entries.length === 0) return;
    const next = Math.min(...entries.map((entry) => entry.instant));
    const wait = Math.min(Math.max(next - clock.now(), 10), LONGEST_TIMER);
    timer = setTimeout(runDue, wait);
    timer.unref();
  };
  const runDue = () => {
    const now = clock.now();
    const due = entries.filter((entry) => entry.instant <= now);
    entries = entries.filter((entry) => entry.instant > now);
    for (const entry of due) entry.run();
    wind();
  };
  clock.onMove?.(runDue);
  return {
    at: (instant, run) => {
      entries.push({ instant, run });
      wind();
    },
    runDue,
    stop: () => {
      clearTimeout(timer);
      entries = [];
    },
  };
}
