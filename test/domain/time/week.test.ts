import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWeek, shiftWeek, weekAt, weekRange } from '../../../src/domain/time/week.ts';
import { berlin } from '../../support/berlin.ts';
import { refused } from '../../support/refused.ts';

const BERLIN = 'Europe/Berlin';

const W47 = parseWeek('2026-W47');

describe('a week', () => {
  it('runs from Monday to Sunday in the zone of the team', () => {
    expect(weekRange(W47, BERLIN)).toEqual({
      from: '2026-11-16',
      to: '2026-11-22',
      start: berlin('2026-11-16T00:00'),
      end: berlin('2026-11-23T00:00'),
    });
    expect(weekAt(berlin('2026-11-22T23:59'), BERLIN)).toBe('2026-W47');
    expect(weekAt(berlin('2026-11-22T23:59'), 'Asia/Tokyo')).toBe('2026-W48');
  });

  it('is an hour shorter or longer when the clocks change', () => {
    const hours = (week: string) => {
      const { start, end } = weekRange(parseWeek(week), BERLIN);
      return (end - start) / 3_600_000;
    };
    expect([hours('2026-W12'), hours('2026-W13'), hours('2026-W43')]).toEqual([168, 167, 169]);
  });

  it('belongs to the year that has most of its days', () => {
    expect(weekAt(berlin('2027-01-03T12:00'), BERLIN)).toBe('2026-W53');
    expect(shiftWeek(parseWeek('2026-W53'), 1)).toBe('2027-W01');
  });

  it('is refused when there is no such week', () => {
    for (const text of [
      '2026-W54',
      '2025-W53',
      '2026-W00',
      '47',
      'week 47',
      '',
      '0000-W01',
      '1969-W52',
      '3000-W01',
    ]) {
      expect(() => parseWeek(text)).toThrow(refused('no_week'));
    }
  });

  it('follows the one before without a gap', () => {
    const weeks = fc.integer({ min: -600, max: 600 });
    fc.assert(
      fc.property(weeks, fc.constantFrom(BERLIN, 'America/Sao_Paulo', 'Pacific/Apia'), (n, zone) => {
        const week = shiftWeek(W47, n);
        expect(parseWeek(week)).toBe(week);
        expect(weekRange(week, zone).end).toBe(weekRange(shiftWeek(week, 1), zone).start);
        expect(weekAt(weekRange(week, zone).start, zone)).toBe(week);
        expect(weekAt(weekRange(week, zone).end - 1, zone)).toBe(week);
      }),
    );
  });
});
