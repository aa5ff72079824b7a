import type { RowResult } from '../store/outbox/finish.ts';
import type { LeasedRow } from '../store/outbox/lease.ts';
import type { PostedMessage } from '../store/outbox/posted-message.ts';
import type { Alert } from './alert.ts';

/** What an attempt came to, to be written in one transaction. */
export interface AttemptResult {
  row: RowResult;
  /** It is there now: remember where. */
  posted?: PostedMessage;
  /** What we remembered is there no longer. */
  forgetsMessage?: true;
  /** The message in whose thread it was to stand is there no longer. */
  forgetsParent?: true;
  /** Slack wants a pause: of this channel and of everything in the same lane. */
  pausedUntil?: number;
  /** Told once a subject. `probeAt`: until then a destination gets nothing more. */
  alert?: { alert: Alert; probeAt: number };
  /** Everything else that waits for this destination is given up with it. */
  givesUpDestination?: true;
  /** Slack refused our credentials. */
  authRefused?: string;
}

/** The row as it is, waiting to be tried at once. Only a look leaves the doubt that it was made for. */
export function unchanged(row: LeasedRow): RowResult {
  const keepsDoubt = row.lane === 'check';
  return {
    status: 'pending',
    attempts: row.attempts,
    nextAttemptAt: 0,
    doubtSince: keepsDoubt ? row.doubtSince : null,
    doubtChecks: keepsDoubt ? row.doubtChecks : 0,
    plainness: row.plainness,
    isUnthreaded: row.isUnthreaded,
    shownHash: row.shownHash,
    lastFailure: null,
  };
}

/** The attempt does not count: it was not the row's fault. */
export function uncounted(row: LeasedRow): RowResult {
  return { ...unchanged(row), attempts: row.attempts - 1 };
}
