import { describe, expect, it } from 'vitest';
import { lacksUnit, readWorkingTime } from '../../../src/domain/time/read-working-time.ts';

const HOURS = { from: '09:00', to: '18:00' };

describe('a working time', () => {
  it.each([
    ['15 min', 15],
    ['2h', 120],
    ['1,5 h', 90],
    ['1 h 30', 90],
    ['5 days', 2700],
    ['1 day', 540],
  ])('typed as %s is %i minutes', (typed, minutes) => {
    expect(readWorkingTime(typed, HOURS)).toBe(minutes);
  });

  it.each(['soon', '', '15', '-3 h', '2 weeks', '1:30'])('typed as “%s” is none', (typed) => {
    expect(readWorkingTime(typed, HOURS)).toBeNaN();
  });

  it('without a unit is asked about', () => {
    expect(['15', '1,5', '١٥'].map(lacksUnit)).toEqual([true, true, true]);
    expect(['15 min', 'soon', ''].map(lacksUnit)).toEqual([false, false, false]);
  });
});
