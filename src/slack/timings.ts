import { SOCKET_TIMINGS, type SocketTimings } from './socket/timings.ts';

export interface SlackTimings {
  socket: SocketTimings;
  /** Before Slack has answered for the first time: between tries. */
  retry: { first: number; longest: number };
  /** For the answer to whether it takes our token, and how often that is asked. */
  answer: number;
  token: number;
  /** When managers are told that Slack does not reach us, and how often that is looked at. */
  deaf: { after: number; look: number };
}

const SECOND = 1_000;

export const SLACK_TIMINGS: SlackTimings = {
  socket: SOCKET_TIMINGS,
  retry: { first: 2 * SECOND, longest: 15 * SECOND },
  answer: 10 * SECOND,
  token: 60 * SECOND,
  deaf: { after: 300 * SECOND, look: 5 * SECOND },
};
