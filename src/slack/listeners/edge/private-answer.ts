import { setTimeout as pause } from 'node:timers/promises';
import type { PersonId } from '../../../domain/team/actor.ts';
import { answerLater } from '../../../usecases/delivery/answer-later.ts';
import { AnswerLost, attempt, type Edge } from './listen.ts';

/** Slack waits three seconds for the acknowledgement that follows, and the library that answers knows no limit. */
const TELL_WITHIN_MS = 1_500;

interface Telling {
  person: PersonId;
  /** What it comes to, in Slack's markup. */
  text: string;
}

/**
 * For one person's eyes: at once where they are or, where Slack does not take it in time, as a direct message that follows. `edge` is the one
 * without a limit on its transactions: what is told late is often told because they ran out of time.
 */
export async function tellPrivately(
  edge: Edge,
  telling: Telling,
  tell: () => Promise<unknown>,
): Promise<void> {
  const isTold = await attempt(edge, 'a private answer did not reach its person', () => inTime(tell));
  if (isTold) return;
  const isKept = await attempt(edge, 'a private answer is lost', () => answerLater(edge.ctx, telling));
  if (!isKept) throw new AnswerLost();
}

async function inTime(tell: () => Promise<unknown>): Promise<void> {
  const limit = new AbortController();
  try {
    await Promise.race([tell(), tooLate(limit.signal)]);
  } finally {
    limit.abort();
  }
}

async function tooLate(signal: AbortSignal): Promise<never> {
  await pause(TELL_WITHIN_MS, undefined, { signal });
  throw new Error('Slack did not take a private answer in time');
}
