import { expect, it } from 'vitest';
import { mayAnswerIn, messageExternalId, messageUrl } from '../../../src/domain/lead/message-place.ts';

const PLACE = { channel: 'C1', ts: '1700000000.000100', threadTs: '1700000000.000100', domain: 'harbour' };

it('A message has an address, in its thread where it is in one, and none where Slack names no workspace', () => {
  const url = 'https://harbour.slack.com/archives/C1/p1700000000000100';
  expect(messageUrl(PLACE)).toBe(url);
  expect(messageUrl({ ...PLACE, threadTs: '1.2' })).toBe(`${url}?thread_ts=1.2&cid=C1`);
  expect(messageUrl({ ...PLACE, domain: null })).toBeNull();
});

it('The same message is the same lead, and a direct message hears of it in no thread', () => {
  expect(messageExternalId(PLACE)).toBe('C1:1700000000.000100');
  expect(['C1', 'G1', 'D1'].map(mayAnswerIn)).toEqual([true, true, false]);
});
