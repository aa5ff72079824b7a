import type { z } from 'zod';
import { refuseField } from '../../domain/refusals.ts';
import { type Delivery, findAnswer, insertKey, updateAnswer } from '../../store/delivery/idempotency.ts';
import type { Work } from '../work.ts';

export type { Delivery };

interface Once<T> {
  /** Null: the sender gave no key; every call is news. */
  delivery: Delivery | null;
  /** How the answer is read back. */
  answer: z.ZodType<T, unknown>;
  run: () => Promise<T>;
}

interface Answered<T> {
  answer: T;
  /** It was given before: nothing happened this time. */
  isRepeat: boolean;
}

/**
 * In one transaction with the key and the answer: a repeated call gets the first one's answer and has no effect, also when both are under
 * way at once. What was refused leaves no key behind. Throws `invalid` for a key that was used with another body.
 */
export async function answerOnce<T>(work: Work, { delivery, answer, run }: Once<T>): Promise<Answered<T>> {
  if (!delivery) return { answer: await run(), isRepeat: false };
  if (!(await insertKey(work.tx, delivery, work.now)))
    return { answer: await firstAnswer(work, delivery, answer), isRepeat: true };
  const given = await run();
  await updateAnswer(work.tx, delivery, JSON.stringify(given));
  return { answer: given, isRepeat: false };
}

async function firstAnswer<T>({ tx }: Work, delivery: Delivery, answer: z.ZodType<T, unknown>): Promise<T> {
  const first = await findAnswer(tx, delivery);
  if (first.bodyHash === delivery.bodyHash) return answer.parse(JSON.parse(first.answer));
  throw refuseField('Idempotency-Key', 'key_used_before');
}
