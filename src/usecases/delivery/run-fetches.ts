import {
  afterFailure,
  type FetchFailure,
  type FetchJob,
  type FetchState,
  type FetchVendor,
} from '../../domain/delivery/fetch-job.ts';
import type { TroubleFacts } from '../../domain/delivery/trouble.ts';
import {
  countFetches,
  finishFetch,
  leaseFetches,
  parkFetches,
  postponeFetches,
} from '../../store/delivery/fetch-job.ts';
import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import { type LeadInput, type ReceivedLead, receiveIn } from '../lead/receive-leads.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

export interface FetchLease {
  vendor: FetchVendor;
  now: number;
  leaseUntil: number;
  limit: number;
}

export function leaseDueFetches(ctx: Context, lease: FetchLease): Promise<FetchJob[]> {
  return ctx.db.transaction((tx) => leaseFetches(tx, lease));
}

/** The person and the end of the job, in one transaction. Null: somebody else has the job by now. */
export function receiveFetched(ctx: Context, job: FetchJob, lead: LeadInput): Promise<ReceivedLead | null> {
  return perform(ctx, 'api', async (work) => {
    const done = { state: 'done', nextAttemptAt: work.now, lastFailure: null } as const;
    if (!(await finishFetch(work.tx, job, done))) return null;
    const [received] = await receiveIn(work, [lead], { post: 'all' });
    await clearTrouble(work.tx, subjectOf(job.vendor));
    return received ?? null;
  });
}

/** Returns what became of the job. What only a person can mend is told to the managers once. */
export function recordFetchFailure(ctx: Context, job: FetchJob, failure: FetchFailure): Promise<FetchState> {
  return perform(ctx, 'tango', async (work) => {
    const result = afterFailure(job, failure, work.now);
    const held = await finishFetch(work.tx, job, result);
    if (held && failure.kind === 'token') {
      await postponeFetches(work.tx, job, result);
      await tell(work, 'token_refused', {
        code: 'fetch_token_refused',
        vendor: job.vendor,
        word: failure.code,
      });
    }
    return result.state;
  });
}

/** There is no token for this vendor: what was asked for waits, and the managers are told once. Returns how many wait. */
export function parkWithoutToken(ctx: Context, vendor: FetchVendor, variable: string): Promise<number> {
  return perform(ctx, 'tango', async (work) => {
    const waiting = await parkFetches(work.tx, vendor, `no_token: ${variable}`);
    if (waiting > 0) await tell(work, 'no_token', { code: 'fetch_token_missing', vendor, variable });
    return waiting;
  });
}

export function countFetchJobs(ctx: Context): Promise<Record<FetchState, number>> {
  return ctx.db.transaction(countFetches);
}

type FetchTrouble = Extract<TroubleFacts, { vendor: FetchVendor }>;

async function tell(work: Work, code: string, facts: FetchTrouble): Promise<void> {
  const subject = subjectOf(facts.vendor);
  const trouble = { subject, code, facts, since: work.now, probeAt: work.now };
  if (await recordTrouble(work.tx, trouble)) await tellManagers(work, subject);
}

function subjectOf(vendor: FetchVendor): string {
  return `fetch:${vendor}`;
}
