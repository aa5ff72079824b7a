import { expect, it } from 'vitest';
import { isTokenRefused, waitAfter } from '../../../src/slack/socket/back-off.ts';
import { SOCKET_TIMINGS } from '../../../src/slack/socket/timings.ts';

it('the first wait is short, each is twice the one before, none is longer than half a minute', () => {
  const longest = [1, 2, 3, 7, 8, 1_000].map((failures) => waitAfter(failures, SOCKET_TIMINGS, 1));
  expect(longest).toEqual([250, 500, 1_000, 16_000, 30_000, 30_000]);
});

it('and none is the same for all processes', () => {
  expect([0, 0.5, 1].map((chance) => waitAfter(8, SOCKET_TIMINGS, chance))).toEqual([15_000, 22_500, 30_000]);
});

it('a token that lacks a scope or is of another kind is refused like one that is none', () => {
  const refused = (kind: 'auth' | 'destination' | 'unknown' | 'busy', code: string) =>
    isTokenRefused({ kind, code });
  expect(refused('auth', 'invalid_auth')).toBe(true);
  expect(refused('destination', 'missing_scope')).toBe(true);
  expect(refused('unknown', 'not_allowed_token_type')).toBe(true);
  expect(refused('busy', 'service_unavailable')).toBe(false);
  expect(refused('destination', 'channel_not_found')).toBe(false);
});
