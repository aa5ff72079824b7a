/** Everything has come to an end. */
import type { Records } from '../records.ts';
import { type Violation, violations } from './violation.ts';

const ENDS = ['sent', 'cancelled'];

export function judgeQueue({ outbox }: Records): Violation[] {
  return violations(
    'nothing is left in the outbox',
    outbox.filter(({ status }) => !ENDS.includes(status)),
    ({ dedupeKey, status, lastFailure, nextAttemptAt, leaseUntil }) => {
      const when = status === 'sending' ? leaseUntil : nextAttemptAt;
      const wait = Math.round(((when ?? 0) - Date.now()) / 1000);
      return `${dedupeKey} is ${status} (${lastFailure ?? 'no failure'}), due in ${wait} s`;
    },
  );
}
