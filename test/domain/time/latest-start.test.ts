import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addWorkingMinutes, FIRST_CALENDAR } from '../../../src/domain/time/calendar.ts';
import { DAY } from '../../../src/domain/time/duration.ts';
import { latestStart } from '../../../src/domain/time/latest-start.ts';
import { BERLIN } from '../../support/sample-lead.ts';

const calendar = { ...FIRST_CALENDAR, zone: BERLIN };

const JANUARY = Date.parse('2026-01-01T00:00:00Z');

it('what started by then is due, and what started a moment later is not, at any minute of a year', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 365 * DAY }),
      fc.constantFrom(1, 15, 120, 240, 2700),
      (into, minutes) => {
        const by = JANUARY + into;
        const start = latestStart(calendar, minutes, by);
        expect(addWorkingMinutes(calendar, start, minutes)).toBeLessThanOrEqual(by);
        expect(addWorkingMinutes(calendar, start + 1, minutes)).toBeGreaterThan(by);
      },
    ),
  );
});
