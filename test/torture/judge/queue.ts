/** Everything has come to an end. */
import type { Records } from '../records.ts';
import { type Violation, violations } from './violation.ts';

const ENDS = ['sent', 'cancelled'];

export function judgeQueue({ outbox }: Records): Violation[] {
  return violations(
    'nothing is left in the outbox',
    outbox.filter(({ status }) => !ENDS.includes(status)),
    ({ dedupeKey, status, lastFailure, nextAttemptAt, leaseUntil, doubtSince }) => {
      const when = status === 'sending' ? leaseUntil : nextAttemptAt;
      const doubt = doubtSince === null ? '' : `, in doubt since ${secondsFromNow(doubtSince)} s from now`;
      const wait = `${dedupeKey} is ${status} (${lastFailure ?? 'no failure'}), due ${secondsFromNow(when ?? 0)} s from now`;
      return wait + doubt;
    },
  );
}

function secondsFromNow(instant: number): number {
  return Math.round((instant - Date.now()) / 1000);
}
