/** The failure table: for each kind of failure, what becomes of the row and who is told. Pure: time and chance are handed in. */
import { isEditAlone } from '../domain/announcement.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import { destinationSubject, lookSubject } from '../store/outbox/trouble.ts';
import type { Alert } from './alert.ts';
import { type FailureKind, failureLine, type SendFailure } from './failure.ts';
import { type AttemptResult, unchanged, uncounted } from './result.ts';
import type { OutboxTimings } from './timings.ts';

interface Failed {
  row: LeasedRow;
  failure: SendFailure;
  now: number;
  /** The last simplification there is. */
  simplest: number;
  timings: OutboxTimings;
  /** In [0, 1): keeps rows that failed together from coming back together. */
  jitter: number;
}

export function afterFailure(failed: Failed): AttemptResult {
  const result = policyOf(failed)(failed);
  const lastFailure = failureLine(failed.failure);
  return { ...result, row: { ...result.row, lastFailure } };
}

function policyOf({ row, failure }: Failed) {
  const isLost = isEditAlone(row.kind) && NOT_THERE.includes(failure.kind);
  return isLost ? drop : POLICIES[failure.kind];
}

/** Where an edit alone is not waited for. */
const NOT_THERE: readonly FailureKind[] = ['message_gone', 'destination'];

/** After about ten minutes of trying, for failures that are not the network's. */
const MAX_ATTEMPTS = 8;

const POLICIES: Record<FailureKind, (failed: Failed) => AttemptResult> = {
  rate_limited: waitAsTold,
  unreachable: retryThroughOutage,
  uncertain: retryOrLook,
  busy: retryThroughOutage,
  wrong_address: retryAndTell,
  quota: waitForQuota,
  content: sendSimpler,
  destination: parkDestination,
  unthreadable: postAtTopLevel,
  message_gone: postAgain,
  parent_gone: waitForParent,
  auth: stopAll,
  unknown: retryAFewTimes,
  view_too_large: sendSimpler,
  home_off: giveUp,
  view_stale: retryAFewTimes,
  view_duplicate: retryAFewTimes,
  view_closed: retryAFewTimes,
  view_stack_full: giveUp,
  trigger_expired: giveUp,
};

function waitAsTold({ row, failure, now, timings }: Failed): AttemptResult {
  const until = now + Math.min(timings.longestPause, failure.retryAfterMs ?? timings.rateLimited);
  return { row: { ...uncounted(row), nextAttemptAt: until }, pausedUntil: until };
}

/** Slack may be away for hours and nothing may be lost: the attempts do not count, only the age does. */
function retryThroughOutage(failed: Failed): AttemptResult {
  const { row, now, timings } = failed;
  if (now - row.armedAt > timings.giveUpAfter) return giveUp(failed);
  return { row: { ...unchanged(row), nextAttemptAt: now + backoff(failed, timings.outageCap) } };
}

/** Edits and Homes may be repeated; a post may be there already, so it stays in doubt until somebody has looked. */
function retryOrLook(failed: Failed): AttemptResult {
  const { row, now, timings } = failed;
  if (row.lane !== 'post') {
    const retried = retryThroughOutage(failed);
    return { row: { ...retried.row, shownHash: null } };
  }
  return {
    row: {
      ...unchanged(row),
      doubtSince: row.doubtSince,
      doubtChecks: 0,
      nextAttemptAt: now + timings.lookAfter,
    },
  };
}

function retryAndTell(failed: Failed): AttemptResult {
  const { failure, now } = failed;
  const facts = { code: 'wrong_address', word: failure.code } as const;
  return {
    ...retryThroughOutage(failed),
    alert: { alert: { subject: 'address', code: failure.code, facts }, probeAt: now },
  };
}

function waitForQuota({ row, failure, now, timings }: Failed): AttemptResult {
  const until = now + timings.quota;
  return {
    row: { ...uncounted(row), nextAttemptAt: until },
    pausedUntil: until,
    alert: { alert: { subject: 'quota', code: failure.code, facts: { code: 'quota' } }, probeAt: until },
  };
}

/** Our own mistake: the message goes out all the same, in a simpler form. */
function sendSimpler(failed: Failed): AttemptResult {
  const { row, failure, now, simplest } = failed;
  const facts = { code: 'content_refused', message: row.kind, word: failure.code } as const;
  const alert = { alert: { subject: `content:${row.kind}`, code: failure.code, facts }, probeAt: now };
  if (row.plainness >= simplest || row.lane === 'check') return { ...giveUp(failed), alert };
  return { row: { ...uncounted(row), plainness: row.plainness + 1 }, alert };
}

/** The destination's rows wait; one of them tries again now and then, and after days all are given up. */
function parkDestination(failed: Failed): AttemptResult {
  const { row, failure, now, timings } = failed;
  if (row.lane === 'check') return waitToLook(failed);
  const since = row.parkedSince ?? now;
  const probeAt = now + probeAfter(now - since, timings);
  const isOver = now - since > timings.giveUpAfter;
  return {
    row: { ...uncounted(row), status: isOver ? 'failed' : 'pending' },
    alert: { alert: destinationAlert(row.target, failure), probeAt },
    ...(isOver ? { givesUpDestination: true as const } : {}),
  };
}

/** Posting may work all the same, so nothing else waits: but what may be there already is not posted before somebody has let us look. */
function waitToLook(failed: Failed): AttemptResult {
  const { row, failure, now, timings } = failed;
  const waited = now - (row.doubtSince ?? now);
  if (waited > timings.giveUpAfter) return giveUp(failed);
  const probeAt = now + probeAfter(waited, timings);
  const facts = { code: 'look_refused', target: row.target, word: failure.code } as const;
  return {
    row: { ...uncounted(row), nextAttemptAt: probeAt },
    alert: { alert: { subject: lookSubject(row.target), code: failure.code, facts }, probeAt },
  };
}

/** As long again as it has lasted, within limits. */
function probeAfter(lastedMs: number, { probe }: OutboxTimings): number {
  return Math.min(probe.cap, Math.max(probe.first, lastedMs));
}

function destinationAlert(target: string, failure: SendFailure): Alert {
  const facts = { code: 'destination_refused', target, word: failure.code } as const;
  return { subject: destinationSubject(target), code: failure.code, facts };
}

function postAtTopLevel(failed: Failed): AttemptResult {
  const { row } = failed;
  if (row.parent === null || row.isUnthreaded || row.lane !== 'post') return giveUp(failed);
  return { row: { ...uncounted(row), isUnthreaded: true } };
}

/** Somebody deleted the message, or Slack lets it be edited no longer. */
function postAgain(failed: Failed): AttemptResult {
  if (failed.row.lane !== 'edit') return retryAFewTimes(failed);
  return { row: { ...uncounted(failed.row), shownHash: null }, forgetsMessage: true };
}

/** It waits until its thread begins again, below the message that is posted in place of the one that was lost. */
function waitForParent({ row }: Failed): AttemptResult {
  return { row: uncounted(row), forgetsParent: true };
}

function drop({ row }: Failed): AttemptResult {
  return { row: { ...uncounted(row), status: 'cancelled' } };
}

function stopAll({ row, failure, now }: Failed): AttemptResult {
  const facts = { code: 'token_refused', word: failure.code } as const;
  return {
    row: uncounted(row),
    authRefused: failure.code,
    alert: { alert: { subject: 'auth', code: failure.code, facts }, probeAt: now },
  };
}

function retryAFewTimes(failed: Failed): AttemptResult {
  const { row, now, timings } = failed;
  if (row.attempts >= MAX_ATTEMPTS) return giveUp(failed);
  return { row: { ...unchanged(row), nextAttemptAt: now + backoff(failed, timings.backoff.cap) } };
}

/** Visible as failed, told once, and tried again by command. */
function giveUp({ row, failure, now }: Failed): AttemptResult {
  const facts = { code: 'given_up', message: row.kind, word: failure.code } as const;
  return {
    row: { ...unchanged(row), status: 'failed' },
    alert: { alert: { subject: `failed:${row.kind}`, code: failure.code, facts }, probeAt: now },
  };
}

function backoff({ row, timings, jitter }: Failed, cap: number): number {
  const delay = Math.min(cap, timings.backoff.first * 2 ** Math.min(row.attempts - 1, 20));
  return Math.round(delay * (0.75 + jitter / 4));
}
