import { findLastRun, insertJobRun } from '../../store/job/job-run.ts';
import type { Context } from '../context.ts';

interface Run {
  job: string;
  /** Sorts later the later it is. */
  occurrence: string;
}

/**
 * Whether the run is still to be done. The first time that a job is seen its latest run is noted as done: what was due before Tango was
 * there is not made up for. One that is not after the last run is old news, also when the clock went back.
 */
export function isStillToRun(ctx: Context, run: Run): Promise<boolean> {
  const startedAt = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const last = await findLastRun(tx, run.job);
    if (last === null) await insertJobRun(tx, { ...run, startedAt });
    return last !== null && run.occurrence > last;
  });
}

export function recordRun(ctx: Context, run: Run): Promise<void> {
  const startedAt = ctx.clock.now();
  return ctx.db.transaction((tx) => insertJobRun(tx, { ...run, startedAt }));
}
