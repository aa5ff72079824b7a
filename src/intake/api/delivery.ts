import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Delivery } from '../../usecases/delivery/answer-once.ts';
import { ProblemError } from '../problem.ts';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** By the sender's Idempotency-Key, for this route alone; null where it gave none. */
export function deliveryOf(request: Request, route: string, body: Buffer): Delivery | null {
  const key = request.get('idempotency-key');
  if (key === undefined) return null;
  if (!KEY.test(key)) throw new ProblemError(400, 'An Idempotency-Key has 1 to 255 visible ASCII characters');
  return { route, key, bodyHash: createHash('sha256').update(body).digest('hex') };
}
