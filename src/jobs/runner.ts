/**
 * The clock of the jobs. It only ticks; what is due is rows × now. So a tick that was missed, a restart or a second replica changes
 * nothing: the latest run that is due is made up for, once, and those before it are passed over.
 *
 * A run is noted when it is done, and each job is safe to run twice: a crash in between, or two replicas at the same moment, do no
 * harm, while a note made first would lose the run. One of the places where an unexpected error ends (test/architecture.test.ts).
 */
import { schedule as scheduleCron } from 'node-cron';
import type { Settings } from '../domain/team/settings.ts';
import { coerceError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import type { Context } from '../usecases/context.ts';
import { isStillToRun, recordRun } from '../usecases/job/job-run.ts';
import { viewSettings } from '../usecases/team/load-settings.ts';
import { latestOccurrence, type Occurrence } from './occurrence.ts';
import type { Job } from './schedule.ts';

export interface JobRunner {
  /** Runs what is due by the clock now; joins a run under way. Never rejects. */
  runOnce(): Promise<void>;
  start(): void;
  /** No further tick; waits for the run under way. */
  stop(): Promise<void>;
}

interface RunnerOptions {
  ctx: Context;
  jobs: readonly Job[];
  log: Logger;
}

export function createJobRunner(options: RunnerOptions): JobRunner {
  let running: Promise<void> | null = null;
  const runOnce = () => {
    running ??= runDueJobs(options).finally(() => {
      running = null;
    });
    return running;
  };
  let end: (() => void | Promise<void>) | null = null;
  return {
    runOnce,
    start: () => {
      end ??= tickEachMinute(runOnce);
    },
    stop: async () => {
      await end?.();
      end = null;
      await running;
    },
  };
}

/** The first tick comes at once, to catch up. */
function tickEachMinute(runOnce: () => Promise<void>): () => void | Promise<void> {
  const task = scheduleCron('* * * * *', runOnce, { name: 'jobs', suppressMissedWarning: true });
  void runOnce();
  return () => task.destroy();
}

async function runDueJobs({ ctx, jobs, log }: RunnerOptions): Promise<void> {
  for (const job of jobs) {
    try {
      const settings = await viewSettings(ctx);
      const occurrence = await dueOccurrence(ctx, job, settings);
      if (!occurrence) continue;
      const outcome = await job.run(ctx, occurrence, settings);
      if (job.when(settings).every === 'minute') continue;
      await recordRun(ctx, { job: job.name, occurrence: occurrence.key });
      log.info({ job: job.name, occurrence: occurrence.key, outcome }, 'a job ran');
    } catch (thrown) {
      log.error({ err: coerceError(thrown), job: job.name }, 'a job failed; the next minute tries again');
    }
  }
}

async function dueOccurrence(ctx: Context, job: Job, settings: Settings): Promise<Occurrence | null> {
  const now = ctx.clock.now();
  const when = job.when(settings);
  if (when.every === 'minute') return { key: 'now', at: now };
  const occurrence = latestOccurrence(when, settings.timezone, now);
  const isDue = await isStillToRun(ctx, { job: job.name, occurrence: occurrence.key });
  return isDue ? occurrence : null;
}
