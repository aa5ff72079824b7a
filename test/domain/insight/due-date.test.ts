import { describe, expect, it } from 'vitest';
import { defaultDueDate } from '../../../src/domain/insight/due-date.ts';
import { berlin } from '../../support/berlin.ts';
import { SETTINGS } from '../../support/sample-lead.ts';

const NOW = berlin('2026-11-20T10:00');

describe('a request to the field', () => {
  it('is due after five working days of the team unless the asker says otherwise', () => {
    expect(defaultDueDate(SETTINGS, NOW)).toBe('2026-11-27');
    const calendar = { ...SETTINGS.calendar, daysOff: ['2026-11-24'] };
    expect(defaultDueDate({ ...SETTINGS, calendar }, NOW)).toBe('2026-11-30');
  });

  it('counts its days where the team is', () => {
    const justAfterMidnight = berlin('2026-11-21T00:30');
    expect(defaultDueDate({ ...SETTINGS, timezone: 'Asia/Tokyo' }, berlin('2026-11-19T18:00'))).toBe(
      '2026-11-27',
    );
    expect(defaultDueDate({ ...SETTINGS, timezone: 'America/New_York' }, justAfterMidnight)).toBe(
      '2026-11-27',
    );
    expect(defaultDueDate(SETTINGS, berlin('2026-11-19T18:00'))).toBe('2026-11-26');
  });
});
