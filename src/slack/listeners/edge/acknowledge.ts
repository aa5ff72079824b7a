/**
 * Slack shows a warning after 3 s without an acknowledgement. Work is committed first and acknowledged then, so that a click which Slack
 * took as done is on disk even if we are killed. What could not be committed in time is not done later either: it stays unacknowledged, and
 * Slack's warning is true.
 */
import { AnswerLost, type Edge } from './listen.ts';

/** The rest of the three seconds is for the way to Slack. */
const COMMIT_WITHIN_MS = 2_500;

type Work<T> = (edge: Edge) => Promise<T>;

export async function acknowledgeAfter(
  edge: Edge,
  ack: () => Promise<void>,
  work: Work<void>,
): Promise<void> {
  let isLeft = false;
  const leave = () => {
    isLeft = true;
  };
  try {
    await inTime(edge, work, leave);
  } catch (thrown) {
    // Neither done nor told.
    if (!(thrown instanceof AnswerLost)) throw thrown;
    leave();
  } finally {
    if (isLeft) edge.log.warn({}, 'a request was not answered in time, and is left for Slack to warn about');
    else await ack();
  }
}

/** Hands in a database that refuses what comes too late; `late` is called when it came to that. */
export async function inTime<T>(edge: Edge, work: Work<T>, late: () => void): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), COMMIT_WITHIN_MS);
  const db = edge.ctx.db.until(limit.signal, late);
  try {
    return await work({ ...edge, ctx: { ...edge.ctx, db } });
  } finally {
    clearTimeout(timer);
  }
}
