import { expect, it } from 'vitest';
import { afterFailure, type FetchFailure } from '../../../src/domain/delivery/fetch-job.ts';

const MINUTE = 60_000;
const after = (kind: FetchFailure['kind'], attempts: number, retryAfterMs?: number) => {
  const failure = { kind, code: 'http_503', ...(retryAfterMs ? { retryAfterMs } : {}) };
  return afterFailure({ vendor: 'hubspot', objectId: '1', body: '{}', attempts }, failure, 0);
};

it('What may pass is tried again, each time later, for an hour at most', () => {
  const waits = [1, 2, 3, 20].map((attempts) => after('busy', attempts).nextAttemptAt / MINUTE);
  expect(waits).toEqual([0.5, 1, 2, 60]);
  expect(after('busy', 1, 7 * MINUTE).nextAttemptAt).toBe(7 * MINUTE);
  expect(after('busy', 1, 24 * 60 * MINUTE).nextAttemptAt).toBe(60 * MINUTE);
});

it('What does not pass is given up in the end: an outage after days, an answer that makes no sense after one and a half', () => {
  expect([after('busy', 99).state, after('busy', 100).state]).toEqual(['pending', 'failed']);
  expect([after('odd', 41).state, after('odd', 42).state]).toEqual(['pending', 'failed']);
  expect(after('gone', 1)).toMatchObject({ state: 'pending', lastFailure: 'gone: http_503' });
  expect(after('gone', 42)).toMatchObject({ state: 'failed' });
});

it('A token that is refused is asked for, and tried again in five minutes', () => {
  expect(after('token', 1)).toEqual({
    state: 'waiting_for_token',
    nextAttemptAt: 5 * MINUTE,
    lastFailure: 'token: http_503',
  });
});
