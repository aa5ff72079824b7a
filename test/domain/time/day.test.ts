import { expect, it } from 'vitest';
import { dayIn, instantOn } from '../../../src/domain/time/day.ts';
import { berlin } from '../../support/berlin.ts';

it('A day is the zone’s', () => {
  const late = berlin('2026-11-17T23:30');
  expect(['Europe/Berlin', 'UTC', 'Asia/Tokyo'].map((zone) => dayIn(zone, late))).toEqual([
    '2026-11-17',
    '2026-11-17',
    '2026-11-18',
  ]);
});

it('A time that the clocks leave out is the first one after it', () => {
  expect(instantOn('Europe/Berlin', '2026-11-17', '09:00')).toBe(berlin('2026-11-17T09:00'));
  expect(instantOn('Europe/Berlin', '2026-03-29', '02:30')).toBe(Date.parse('2026-03-29T03:30:00+02:00'));
});
