import { DEFAULT_TIMINGS, type OutboxTimings } from '../../src/outbox/timings.ts';

const still = { everyMs: 0, burst: 1 };

/** For tests in which Slack's pace is not the question. */
export const UNPACED: OutboxTimings = {
  ...DEFAULT_TIMINGS,
  channel: 0,
  rates: { posts: still, edits: still, homes: still, reads: still },
};
