import type { Rate } from '../store/outbox/pace.ts';
import type { Farthest } from '../store/outbox/queue.ts';

/** Every wait of the outbox, in milliseconds; tests and demos hand in shorter ones. */
export interface OutboxTimings {
  /** A leased row is left alone for this long. Longer than any call may take. */
  lease: number;
  /** The longest sleep of the loop: a clock that jumps is noticed after this. */
  sweep: number;
  /** Between the end of one post to a channel and the next, so that Slack never sees them closer. It allows one a second. */
  channel: number;
  /** From an uncertain post to the first look whether it is there. */
  lookAfter: number;
  /** From a look that found nothing to the next; after two the post is repeated. */
  recheck: number;
  backoff: { first: number; cap: number };
  /** While Slack cannot be reached: the cap is what everybody waits after it is back. */
  outageCap: number;
  /** After Slack asked for patience without saying how much. */
  rateLimited: number;
  /** The most that Slack may ask for: a longer wait is a mistake of somebody's, and would silence us for a day. */
  longestPause: number;
  /** After the workspace's message quota was used up. */
  quota: number;
  /** A row older than this that still fails is given up. */
  giveUpAfter: number;
  /** How often a channel that refuses us is tried again. */
  probe: { first: number; cap: number };
  /** How often refused credentials are tried again. */
  authProbe: number;
  /** How long stop() waits for what is being sent. */
  stop: number;
  /** Of the whole workspace, a little under Slack's documented tiers. */
  rates: { posts: Rate; edits: Rate; homes: Rate; reads: Rate };
}

export const DEFAULT_TIMINGS: OutboxTimings = {
  lease: 60_000,
  sweep: 1_000,
  channel: 1_005,
  lookAfter: 5_000,
  recheck: 30_000,
  backoff: { first: 2_000, cap: 300_000 },
  outageCap: 30_000,
  rateLimited: 30_000,
  longestPause: 900_000,
  quota: 3_600_000,
  giveUpAfter: 3 * 86_400_000,
  probe: { first: 60_000, cap: 3_600_000 },
  authProbe: 300_000,
  stop: 3_000,
  rates: {
    // "Several hundred" messages a minute: five channels at their pace.
    posts: { everyMs: 200, burst: 10 },
    edits: { everyMs: 1_500, burst: 10 },
    homes: { everyMs: 700, burst: 10 },
    reads: { everyMs: 1_500, burst: 10 },
  },
};

/** The longest of the waits that each kind of time is made of. */
export function farthestOf(timings: OutboxTimings): Farthest {
  const { backoff, outageCap, rateLimited, longestPause, quota, lookAfter, recheck, probe, rates } = timings;
  const pauses = [quota, longestPause, rateLimited];
  const full = Object.values(rates).map(({ everyMs, burst }) => everyMs * burst);
  return {
    nextAttempt: Math.max(...pauses, backoff.cap, outageCap, lookAfter, recheck),
    lease: timings.lease,
    probe: Math.max(probe.cap, quota),
    pause: Math.max(...pauses, timings.channel) + Math.max(...full),
  };
}
