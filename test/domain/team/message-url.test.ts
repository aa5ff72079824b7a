import { expect, it } from 'vitest';
import { messageUrl } from '../../../src/domain/team/message-url.ts';

const at = { channel: 'C1', ts: '1764000000.000100' };
const of = (url: string | null | undefined) => ({ workspace: { team: 'T1', enterprise: null, url } });

it('A message is linked as Slack links it, in its thread as well', () => {
  expect(messageUrl(of('https://sample.slack.com/'), at)).toBe(
    'https://sample.slack.com/archives/C1/p1764000000000100',
  );
  expect(messageUrl(of('https://sample.slack.com/'), at, '1763999999.000000')).toBe(
    'https://sample.slack.com/archives/C1/p1764000000000100?thread_ts=1763999999.000000&cid=C1',
  );
});

it('Nothing is linked while Slack has not told where the workspace is', () => {
  expect(messageUrl({ workspace: null }, at)).toBeNull();
  expect(messageUrl(of(undefined), at)).toBeNull();
  expect(messageUrl(of('not an address'), at)).toBeNull();
});
