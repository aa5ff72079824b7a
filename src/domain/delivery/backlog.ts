/**
 * What waits to be posted in one channel. A channel takes one message a second, so many cards take long; whoever caused it is told how long,
 * and it can be stopped: then the leads are claimed from the managers' Home, and posted when a manager says so.
 *
 * Read by store/outbox/backlog. Stopped by usecases/outbox/stop-backlog. Said by `tango outbox`, an import's report and the managers' Home.
 */
import { channelAt } from '../team/place.ts';

export interface Backlog {
  /** A channel, or a person. */
  target: string;
  waiting: number;
  /** How many of them came in bulk. */
  bulk: number;
}

/** Milliseconds between two messages to one channel; a little over what Slack allows. */
export const MESSAGE_EVERY = 1_005;

/** Leads that come together in such a number are bulk: they wait behind those that come alone. */
export const BULK_FROM = 50;

/** How long until all of it is posted, ms; null: nobody knows, there is no channel for it. */
export function timeToPost({ target, waiting }: Pick<Backlog, 'target' | 'waiting'>): number | null {
  return channelAt(target) === null ? null : Math.ceil(waiting * MESSAGE_EVERY);
}
