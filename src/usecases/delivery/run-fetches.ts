import {
  afterFailure,
  type FetchFailure,
  type FetchJob,
  type FetchState,
  type FetchVendor,
  TOLD_AFTER,
} from '../../domain/delivery/fetch-job.ts';
import type { DealTrouble, TroubleFacts } from '../../domain/delivery/trouble.ts';
import {
  countFetches,
  countUnanswered,
  countWaitingForToken,
  finishFetch,
  leaseFetches,
  parkFetches,
  postponeFetches,
} from '../../store/delivery/fetch-job.ts';
import { lockMergedIds } from '../../store/delivery/merged-id.ts';
import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import type { Context } from '../context.ts';
import type { ReceivedLead } from '../lead/receive-leads.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';
import { type Brought, takeIn } from './take-delivery.ts';

export interface FetchLease {
  vendor: FetchVendor;
  now: number;
  leaseUntil: number;
  limit: number;
}

export function leaseDueFetches(ctx: Context, lease: FetchLease): Promise<FetchJob[]> {
  return ctx.db.transaction((tx) => leaseFetches(tx, lease));
}

/** What came of the job and its end, in one transaction. Null: somebody else has the job by now, or it brought nobody new. */
export function receiveFetched(ctx: Context, job: FetchJob, brought: Brought): Promise<ReceivedLead | null> {
  return perform(ctx, 'api', async (work) => {
    const done = { state: 'done', nextAttemptAt: work.now, lastFailure: null } as const;
    // A merge that comes at this moment sees whom it is about, or we see the merge.
    await lockMergedIds(work.tx);
    if (!(await finishFetch(work.tx, job, done))) return null;
    const [received] = await takeIn(work, brought);
    if ((await countWaitingForToken(work.tx, job.vendor)) === 0)
      await clearTrouble(work.tx, subjectOf(job.vendor));
    await endUnanswered(work, job.vendor);
    await endDealTroubles(work, job.vendor, brought);
    await tellOfForms(work, brought);
    return received ?? null;
  });
}

/** Returns what became of the job. What only a person can mend is told to the managers once. */
export function recordFetchFailure(
  ctx: Context,
  job: FetchJob,
  /** `isShared`: the same token is for all. */
  failure: FetchFailure & { isShared?: boolean; trouble?: DealTrouble },
): Promise<FetchState> {
  return perform(ctx, 'tango', async (work) => {
    const result = afterFailure(job, failure, work.now);
    const held = await finishFetch(work.tx, job, result);
    if (held && failure.kind === 'token') {
      // Where each account has a token of its own, the others' may be taken.
      if (failure.isShared !== false) await postponeFetches(work.tx, job, result);
      await tell(work, 'token_refused', {
        code: 'fetch_token_refused',
        vendor: job.vendor,
        word: failure.code,
      });
    } else if (held && failure.trouble) await record(work, dealSubject(failure.trouble), failure.trouble);
    else if (held) await tellUnanswered(work, job, { word: failure.code, ...result });
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

async function endDealTroubles({ tx }: Work, vendor: FetchVendor, { deals = [] }: Brought): Promise<void> {
  for (const { stage } of deals) {
    await clearTrouble(tx, dealSubject({ code: 'deals_unread', vendor }));
    await clearTrouble(tx, dealSubject({ code: 'deal_stage_unclear', vendor, stage }));
  }
}

/** Of each account once, and no more from the first person on whose answers are read again. */
async function tellOfForms(work: Work, { formsRead }: Brought): Promise<void> {
  if (!formsRead) return;
  const { isAllowed, ...whose } = formsRead;
  const subject = `forms:${whose.vendor}:${whose.account ?? ''}`;
  if (isAllowed) await clearTrouble(work.tx, subject);
  else await record(work, subject, { code: 'forms_unread', ...whose });
}

/** What may be for now is told when it has lasted for some minutes, and once more when we stop asking. */
async function tellUnanswered(
  work: Work,
  { vendor, attempts }: FetchJob,
  { state, word }: { state: FetchState; word: string },
): Promise<void> {
  if (state === 'failed')
    await record(work, givenUpSubject(vendor), { code: 'fetch_given_up', vendor, word });
  else if (attempts >= TOLD_AFTER)
    await record(work, unansweredSubject(vendor), { code: 'fetch_unanswered', vendor, word });
}

/** As long as one goes unanswered it is not news that another does. */
async function endUnanswered({ tx }: Work, vendor: FetchVendor): Promise<void> {
  if ((await countUnanswered(tx, vendor, TOLD_AFTER)) === 0)
    await clearTrouble(tx, unansweredSubject(vendor));
}

type FetchTrouble = Extract<TroubleFacts, { vendor: FetchVendor }>;

async function tell(work: Work, code: string, facts: FetchTrouble): Promise<void> {
  await record(work, subjectOf(facts.vendor), facts, code);
}

async function record(
  work: Work,
  subject: string,
  facts: FetchTrouble,
  code: string = facts.code,
): Promise<void> {
  const trouble = { subject, code, facts, since: work.now, probeAt: work.now };
  if (await recordTrouble(work.tx, trouble)) await tellManagers(work, subject);
}

function unansweredSubject(vendor: FetchVendor): string {
  return `fetch_unanswered:${vendor}`;
}

function givenUpSubject(vendor: FetchVendor): string {
  return `fetch_given_up:${vendor}`;
}

function subjectOf(vendor: FetchVendor): string {
  return `fetch:${vendor}`;
}

function dealSubject(trouble: DealTrouble): string {
  return trouble.code === 'deals_unread'
    ? `deals:${trouble.vendor}`
    : `deal_stage:${trouble.vendor}:${trouble.stage}`;
}
