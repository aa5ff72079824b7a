import type { z } from 'zod';
import { AppError } from '../../errors.ts';
import { type Delivery, findAnswer, insertKey, updateAnswer } from '../../store/delivery/idempotency.ts';
import type { Tx } from '../../store/transaction.ts';
import type { Context } from '../context.ts';

export type { Delivery };

interface Once<T> {
  /** Null: the sender gave no key; every call is news. */
  delivery: Delivery | null;
  /** How the answer is read back. */
  answer: z.ZodType<T>;
  work: (tx: Tx, now: number) => Promise<T>;
}

/**
 * One transaction for the key, the work and its answer: a repeated call gets the first one's answer and has no effect, also when
 * both are under way at once. What was refused leaves no key behind.
 */
export function answerOnce<T>(ctx: Context, once: Once<T>): Promise<T> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const { delivery } = once;
    if (!delivery) return once.work(tx, now);
    if (!(await insertKey(tx, delivery, now))) return repeated(tx, delivery, once.answer);
    const answer = await once.work(tx, now);
    await updateAnswer(tx, delivery, JSON.stringify(answer));
    return answer;
  });
}

async function repeated<T>(tx: Tx, delivery: Delivery, answer: z.ZodType<T>): Promise<T> {
  const first = await findAnswer(tx, delivery);
  if (first.bodyHash === delivery.bodyHash) return answer.parse(JSON.parse(first.answer));
  const problem = { field: 'Idempotency-Key', message: 'was used before with another body' };
  throw new AppError('invalid', 'This Idempotency-Key was used before with another body', {
    problems: [problem],
  });
}
