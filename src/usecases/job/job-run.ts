import { HOUR } from '../../domain/time/duration.ts';
import { deleteRunsStartedAfter, findLastRun, insertJobRun } from '../../store/job/job-run.ts';
import type { Context } from '../context.ts';

interface Run {
  job: string;
  /** Sorts later the later it is. */
  occurrence: string;
}

/**
 * A clock may have been ahead. By so much, or a replica's by less, a run came early and was done; of one that is farther in the future the
 * team has seen nothing at its time, and would wait in vain for those until then.
 */
const FARTHEST_AHEAD = HOUR;

/**
 * Whether the run is still to be done. The first time that a job is seen its latest run is noted as done: what was due before Tango was
 * there is not made up for. One that is not after the last run is old news, also when the clock went back.
 */
export function isStillToRun(ctx: Context, run: Run): Promise<boolean> {
  const startedAt = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await deleteRunsStartedAfter(tx, startedAt + FARTHEST_AHEAD);
    const last = await findLastRun(tx, run.job);
    if (last === null) await insertJobRun(tx, { ...run, startedAt });
    return last !== null && run.occurrence > last;
  });
}

export function recordRun(ctx: Context, run: Run): Promise<void> {
  const startedAt = ctx.clock.now();
  return ctx.db.transaction((tx) => insertJobRun(tx, { ...run, startedAt }));
}
