import { SLACK_TIMINGS, type SlackTimings } from '../../src/slack/timings.ts';

/** For tests: all waits of the connection to Slack are short, and long enough for a busy machine. */
export const QUICK: SlackTimings = {
  socket: {
    address: 600,
    upgrade: 600,
    hello: 600,
    ping: 100,
    pong: 600,
    retry: { first: 20, longest: 100, asked: 200 },
    refused: 300,
    steady: 10,
    leave: 50,
    close: 200,
  },
  retry: { first: 20, longest: 100 },
  answer: 2_000,
  token: 100,
  // No test is told of deafness unless it is about it.
  deaf: { ...SLACK_TIMINGS.deaf, look: 20 },
};
