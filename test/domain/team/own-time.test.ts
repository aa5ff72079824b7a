import { describe, expect, it } from 'vitest';
import { changeOwnTime } from '../../../src/domain/team/own-time.ts';
import type { Person } from '../../../src/domain/team/person.ts';
import { refused } from '../../support/refused.ts';

describe('what people say of their own time', () => {
  const own: Pick<Person, 'hours' | 'region' | 'leave'> = { hours: null, region: null, leave: [] };
  const say = (from: string, to: string, known = own) =>
    changeOwnTime(known, { kind: 'leave', leave: { from, to } }, '2026-11-17');

  it('keeps several leaves in order, and one that overlaps takes the place of the other', () => {
    const two = say('2026-12-01', '2026-12-02', say('2026-12-20', '2027-01-03'));
    expect(two.leave.map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-20']);
    expect(say('2026-12-28', '2027-01-10', two).leave.map(({ from }) => from)).toEqual([
      '2026-12-01',
      '2026-12-28',
    ]);
    expect(changeOwnTime(two, { kind: 'no_leave' }, '2026-11-17').leave).toEqual([]);
  });

  it('refuses what cannot be', () => {
    expect(() => say('2026-12-03', '2026-12-01')).toThrow(refused('leave_ends_before_start'));
    expect(() => say('2026-11-01', '2026-11-16')).toThrow(refused('leave_over'));
    expect(() => say('2026-12-01', '2029-12-01')).toThrow(refused('leave_too_far'));
    expect(() => changeOwnTime(own, { kind: 'region', region: 'XX' }, '2026-11-17')).toThrow(
      refused('unknown_holiday_region'),
    );
    const hours = { weekdays: [1], from: '18:00', to: '09:00' };
    expect(() => changeOwnTime(own, { kind: 'hours', hours }, '2026-11-17')).toThrow(
      refused('hours_end_before_start'),
    );
  });
});
