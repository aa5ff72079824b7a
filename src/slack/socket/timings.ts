/** How long we wait for Slack, and how often we look. Milliseconds; tests hand in shorter ones. No wait on the other side has no limit. */
export interface SocketTimings {
  /** For the answer with the address, for the upgrade of the connection, and for the hello after it. */
  address: number;
  upgrade: number;
  hello: number;
  /** How often we ask whether the other end is there, and how long it has for the answer. */
  ping: number;
  pong: number;
  /** Between tries: the first, the longest, and the longest that Slack may ask for. */
  retry: { first: number; longest: number; asked: number };
  /** Between tries while Slack refuses the token. */
  refused: number;
  /** A connection that held for so long was a good one: after it the first try is quick. */
  steady: number;
  /** How long a connection is still served when another has taken its place. */
  leave: number;
  /** For the other end to agree that a connection is closed. */
  close: number;
}

const SECOND = 1_000;

export const SOCKET_TIMINGS: SocketTimings = {
  address: 10 * SECOND,
  upgrade: 10 * SECOND,
  hello: 10 * SECOND,
  ping: 3 * SECOND,
  pong: 3 * SECOND,
  retry: { first: 250, longest: 30 * SECOND, asked: 60 * SECOND },
  refused: 300 * SECOND,
  steady: 30 * SECOND,
  leave: SECOND / 2,
  close: SECOND / 2,
};
