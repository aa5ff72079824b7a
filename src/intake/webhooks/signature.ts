/** What the vendors' signature schemes have in common. Every refusal is 401 and leaves no trace but an answer. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '../problem.ts';

export function hmac(key: string, parts: readonly (string | Buffer)[], as: 'hex' | 'base64'): string {
  const sum = createHmac('sha256', key);
  for (const part of parts) sum.update(part);
  return sum.digest(as);
}

/** Hashes are compared, since they have one length and tell nothing by their timing. */
export function assertSame(given: string | undefined, expected: string, what = 'signature'): void {
  if (!given) throw new ProblemError(401, `The ${what} is missing`);
  if (!timingSafeEqual(digest(given), digest(expected))) throw new ProblemError(401, `The ${what} is wrong`);
}

/** A delivery that is signed for another time is a replay, or one of the clocks is wrong. */
export function assertRecent(signedAt: number, now: number, window: number): void {
  if (Number.isFinite(signedAt) && Math.abs(now - signedAt) <= window) return;
  throw new ProblemError(401, 'The signature is not of this time');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
