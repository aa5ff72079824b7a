import { expect, it } from 'vitest';
import { quietLogger } from '../../src/slack/quiet-logger.ts';
import { readableLog } from '../support/test-log.ts';

it("What Slack's libraries say stands in the log by how it begins; the rest may quote what somebody sent", () => {
  const { log, text, lines } = readableLog();
  const slack = quietLogger(log);
  slack.warn('An incoming event was not acknowledged within 3 seconds.');
  slack.error('An unexpected error occurred during a request: secret', new TypeError('secret'));
  slack.info('Invalid request signature detected (X-Slack-Signature: v0=secret)');
  slack.debug('secret');
  expect(lines()).toMatchObject([
    { level: 20, slack: 'An incoming event was not acknowledged' },
    { level: 20, slack: 'An unexpected error occurred during a request', err: { name: 'TypeError' } },
    { level: 20, slack: 'something else' },
  ]);
  expect(text()).not.toContain('secret');
});
