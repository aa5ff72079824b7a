import {
  afterFailure,
  type FetchFailure,
  type FetchJob,
  type FetchState,
  type FetchVendor,
} from '../../domain/delivery/fetch-job.ts';
import {
  countFetches,
  finishFetch,
  leaseFetches,
  parkFetches,
  postponeFetches,
} from '../../store/delivery/fetch-job.ts';
import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';
import { type LeadInput, type ReceivedLead, receiveLeadsIn } from '../lead/receive-leads.ts';
import { tellManagers } from '../outbox/tell-managers.ts';

export interface FetchLease {
  vendor: FetchVendor;
  now: number;
  leaseUntil: number;
  limit: number;
}

export function leaseDueFetches(ctx: Context, claim: FetchLease): Promise<FetchJob[]> {
  return ctx.db.transaction((tx) => leaseFetches(tx, claim));
}

/** The person and the end of the job, in one transaction. Null: somebody else has the job by now. */
export function receiveFetched(
  ctx: Context,
  job: FetchJob,
  { lead, now }: { lead: LeadInput; now: number },
): Promise<ReceivedLead | null> {
  return ctx.db.transaction(async (tx) => {
    const done = { state: 'done', nextAttemptAt: now, lastFailure: null } as const;
    if (!(await finishFetch(tx, job, done))) return null;
    const [received] = await receiveLeadsIn(ctx, tx, {
      inputs: [lead],
      options: { actor: 'api', post: 'all' },
      now,
    });
    await clearTrouble(tx, subjectOf(job.vendor));
    return received ?? null;
  });
}

/** Returns what became of the job. What only a person can mend is told to the managers once. */
export function recordFetchFailure(
  ctx: Context,
  job: FetchJob,
  { failure, now }: { failure: FetchFailure; now: number },
): Promise<FetchState> {
  const settlement = afterFailure(job, failure, now);
  return ctx.db.transaction(async (tx) => {
    const held = await finishFetch(tx, job, settlement);
    if (held && failure.kind === 'token') {
      await postponeFetches(tx, job, settlement);
      await tell(ctx, tx, job.vendor, { code: 'token_refused', reason: failure.reason, now });
    }
    return settlement.state;
  });
}

/** There is no token for this vendor: what was ordered waits, and the managers are told once. Returns how many wait. */
export function parkWithoutToken(
  ctx: Context,
  vendor: FetchVendor,
  { reason, now }: { reason: string; now: number },
): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const waiting = await parkFetches(tx, vendor, reason);
    if (waiting > 0) await tell(ctx, tx, vendor, { code: 'no_token', reason, now });
    return waiting;
  });
}

export function countFetchJobs(ctx: Context): Promise<Record<FetchState, number>> {
  return ctx.db.transaction(countFetches);
}

const NAMES: Record<FetchVendor, string> = { hubspot: 'HubSpot', meta: 'Meta' };

async function tell(
  ctx: Context,
  tx: Tx,
  vendor: FetchVendor,
  { code, reason, now }: { code: string; reason: string; now: number },
): Promise<void> {
  const subject = subjectOf(vendor);
  const sentence = `${NAMES[vendor]} tells of new leads by an id alone, and I cannot fetch them: ${reason}. They wait, none is lost.`;
  const isNews = await recordTrouble(tx, { subject, code, sentence, since: now, probeAt: now });
  if (isNews) await tellManagers(ctx, tx, subject, now);
}

function subjectOf(vendor: FetchVendor): string {
  return `fetch:${vendor}`;
}
