import { expect, it } from 'vitest';
import { quietLogger } from '../../src/slack/quiet-logger.ts';
import { readableLog } from '../support/test-log.ts';

it("What Slack's libraries say stands in the log by how it begins; the rest may quote what somebody sent", () => {
  const { log, text, lines } = readableLog();
  const slack = quietLogger(log);
  slack.warn("A pong wasn't received from the server before the timeout of 5000ms!");
  slack.error('WebSocket error! wss://wss.slack.com/link/?ticket=secret', new TypeError('secret'));
  slack.info('Invalid request signature detected (X-Slack-Signature: v0=secret)');
  slack.debug('secret');
  expect(lines()).toMatchObject([
    { level: 20, slack: "A pong wasn't received from the server before the timeout" },
    { level: 20, slack: 'WebSocket error', err: { name: 'TypeError' } },
    { level: 20, slack: 'something else' },
  ]);
  expect(text()).not.toContain('secret');
});
