import { expect, it } from 'vitest';
import { liveInstantOf } from '../../../src/reading/dates/live-instant.ts';

const NOW = Date.parse('2026-11-17T10:00:00Z');

const read = (text: string, timezone = 'Asia/Tokyo') => {
  const found = liveInstantOf(text, { now: NOW, timezone });
  return found && [new Date(found.at).toISOString(), found.isAssumed];
};

it('a time with its zone is that time', () => {
  expect(read('2026-11-17T08:00:00+01:00')).toEqual(['2026-11-17T07:00:00.000Z', false]);
  expect(read('1795000000')).toEqual([new Date(1_795_000_000_000).toISOString(), false]);
});

it('one without is the team’s, unless it has just been by UTC', () => {
  expect(read('2026-11-17 18:58')).toEqual(['2026-11-17T09:58:00.000Z', true]);
  expect(read('2026-11-17 09:59:00')).toEqual(['2026-11-17T09:59:00.000Z', true]);
  expect(read('2026-11-17 09:30:00')).toEqual(['2026-11-17T00:30:00.000Z', true]);
  expect(read('20.11.2025 10:30')).toEqual(['2025-11-20T01:30:00.000Z', true]);
});

it('of today without an hour nothing but now is known; of another day its beginning', () => {
  expect(read('2026-11-17')).toEqual(['2026-11-17T10:00:00.000Z', true]);
  expect(read('17 Nov 2026', 'America/New_York')).toEqual(['2026-11-17T10:00:00.000Z', true]);
  expect(read('2026-11-16')).toEqual(['2026-11-15T15:00:00.000Z', true]);
});

it('what is no time, or could be two, is none', () => {
  expect([read('soon'), read('03/04/2025 10:30'), read('')]).toEqual([null, null, null]);
});
