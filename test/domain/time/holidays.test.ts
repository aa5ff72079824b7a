import { describe, expect, it } from 'vitest';
import {
  addWorkingMinutes,
  FIRST_CALENDAR,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import { holidaysOf, isHolidayRegion } from '../../../src/domain/time/holidays.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';

const bavaria = { ...FIRST_CALENDAR, zone: 'Europe/Berlin', region: 'DE-BY' };

describe('public holidays', () => {
  it('are those of the region', () => {
    expect(holidaysOf('DE-BY', 2026)).toContain('2026-01-06');
    expect(holidaysOf('DE-BE', 2026)).not.toContain('2026-01-06');
    expect(holidaysOf('US-LA', 2027)).toContain('2027-07-05');
    expect(holidaysOf('GB-ENG', 2026)).toContain('2026-12-28');
  });

  it('are all the days of a feast that lasts for several', () => {
    const days = [...holidaysOf('AE', 2026)];
    expect(days).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
  });

  it('leave out what only banks and schools keep', () => {
    expect(holidaysOf('DE-BE', 2026)).not.toContain('2026-12-24');
  });

  it('are known by country, state and part of a state; others are refused', () => {
    expect(['DE', 'DE-BY', 'DE-BY-A', 'US-LA-NO'].filter(isHolidayRegion)).toHaveLength(4);
    const wrong = ['', 'de', 'XX', 'DE-XX', 'DE-BY-XX', 'DE-BY-A-B', 'constructor', '<!channel>'];
    expect(wrong.filter(isHolidayRegion)).toEqual([]);
    expect(holidaysOf('XX', 2026).size).toBe(0);
  });

  it('are no working time: from Wednesday before Corpus Christi to Friday after it', () => {
    expect(inBerlin(addWorkingMinutes(bavaria, berlin('2026-06-03T17:00'), 120))).toBe(
      'Fri 2026-06-05 10:00',
    );
    expect(workingMinutesBetween(bavaria, berlin('2026-12-24T09:00'), berlin('2026-12-28T10:00'))).toBe(600);
  });
});
