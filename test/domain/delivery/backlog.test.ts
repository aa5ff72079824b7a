import { expect, it } from 'vitest';
import { MESSAGE_EVERY, timeToPost } from '../../../src/domain/delivery/backlog.ts';
import { unnamed } from '../../../src/domain/team/place.ts';
import { DEFAULT_TIMINGS } from '../../../src/outbox/timings.ts';

it('A message a second, and nobody knows how long without a channel', () => {
  expect(timeToPost({ target: 'C_LEADS', waiting: 200 })).toBe(201_000);
  expect(timeToPost({ target: unnamed('leads'), waiting: 200 })).toBeNull();
});

it('What is said is the pace that the outbox keeps', () => {
  expect(MESSAGE_EVERY).toBe(DEFAULT_TIMINGS.channel);
});
