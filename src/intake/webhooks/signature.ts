/** What the vendors' signature schemes have in common. Every refusal is 401, and is counted at the vendor's door. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { RefusedFor } from '../../domain/delivery/door.ts';
import { SECOND } from '../../domain/time/duration.ts';
import { ProblemError } from '../problem.ts';

export function hmac(key: string, parts: readonly (string | Buffer)[], as: 'hex' | 'base64'): string {
  const sum = createHmac('sha256', key);
  for (const part of parts) sum.update(part);
  return sum.digest(as);
}

/** Hashes are compared, since they have one length and tell nothing by their timing. */
export function assertSame(given: string | undefined, expected: string, what = 'signature'): void {
  if (!given) throw notAuthentic('unsigned', `The ${what} is missing`);
  if (!timingSafeEqual(digest(given), digest(expected)))
    throw notAuthentic('wrong_secret', `The ${what} is wrong`);
}

/** A delivery that is signed for another time is a replay, or one of the clocks is wrong. */
export function assertRecent(signedAt: number, now: number, window: number): void {
  if (Number.isFinite(signedAt) && Math.abs(now - signedAt) <= window) return;
  const detail = 'The signature is not of this time';
  if (!Number.isFinite(signedAt)) throw notAuthentic('wrong_time', detail);
  const clockAhead = Math.round((now - signedAt) / SECOND);
  throw new ProblemError(401, detail, {}, { reason: 'wrong_time', clockAhead });
}

export function notAuthentic(reason: RefusedFor, detail: string): ProblemError {
  return new ProblemError(401, detail, {}, { reason });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
