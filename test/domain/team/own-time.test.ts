import { describe, expect, it } from 'vitest';
import { changeOwnTime, type OwnTime, withNextHours } from '../../../src/domain/team/own-time.ts';
import type { OwnHours } from '../../../src/domain/team/person.ts';
import { refused } from '../../support/refused.ts';

const saying = { today: '2026-11-17', team: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' } };
const own: OwnTime = { hours: null, nextHours: null, region: null, leave: [] };

describe('what people say of their own time', () => {
  const say = (from: string, to: string, known = own) =>
    changeOwnTime(known, { kind: 'leave', leave: { from, to } }, saying);

  it('keeps several leaves in order, and one that overlaps takes the place of the other', () => {
    const two = say('2026-12-01', '2026-12-02', say('2026-12-20', '2027-01-03'));
    expect(two.leave.map(({ from }) => from)).toEqual(['2026-12-01', '2026-12-20']);
    expect(say('2026-12-28', '2027-01-10', two).leave.map(({ from }) => from)).toEqual([
      '2026-12-01',
      '2026-12-28',
    ]);
    expect(changeOwnTime(two, { kind: 'no_leave' }, saying).leave).toEqual([]);
  });

  it('refuses what cannot be', () => {
    expect(() => say('2026-12-03', '2026-12-01')).toThrow(refused('leave_ends_before_start'));
    expect(() => say('2026-11-01', '2026-11-16')).toThrow(refused('leave_over'));
    expect(() => say('2026-12-01', '2029-12-01')).toThrow(refused('leave_too_far'));
    expect(() => changeOwnTime(own, { kind: 'region', region: 'XX' }, saying)).toThrow(
      refused('unknown_holiday_region'),
    );
  });
});

describe('hours of their own', () => {
  const sayHours = (hours: Partial<OwnHours> | null, known = own) =>
    changeOwnTime(known, { kind: 'hours', hours }, saying);

  it('hold from the next day, and until then those of before', () => {
    const said = sayHours({ from: '08:00', to: '16:30' });
    expect(said.hours).toBeNull();
    expect(withNextHours(said, '2026-11-17')).toBe(said);
    expect(withNextHours(said, '2026-11-18')).toMatchObject({
      hours: { days: null, from: '08:00', to: '16:30' },
      nextHours: null,
    });
  });

  it('keep what was not said: the days, the hours, or the team’s of both', () => {
    const nights = sayHours({ days: [5, 6], from: '22:00', to: '06:00' });
    expect(sayHours({ days: [1] }, nights).nextHours?.hours).toEqual({
      days: [1],
      from: '22:00',
      to: '06:00',
    });
    expect(sayHours({ from: '08:00', to: '12:00' }, nights).nextHours?.hours?.days).toEqual([5, 6]);
    expect(sayHours({ days: [2] }).nextHours?.hours).toEqual({ days: [2], from: '09:00', to: '18:00' });
    expect(sayHours(null, nights).nextHours).toEqual({ hours: null, from: '2026-11-18' });
  });

  it('are several shifts of a day: who says hours says all of them, who says days keeps them', () => {
    const more = [{ from: '16:30', to: '20:00' }];
    const siesta = sayHours({ from: '09:00', to: '14:00', more });
    expect(siesta.nextHours?.hours).toEqual({ days: null, from: '09:00', to: '14:00', more });
    expect(sayHours({ days: [1, 2] }, siesta).nextHours?.hours).toMatchObject({ days: [1, 2], more });
    expect(sayHours({ from: '08:00', to: '15:00' }, siesta).nextHours?.hours).toEqual({
      ...{ days: null, from: '08:00', to: '15:00' },
    });
    const touching = sayHours({ from: '13:00', to: '18:00', more: [{ from: '09:00', to: '13:00' }] });
    expect(touching.nextHours?.hours).toEqual({ days: null, from: '09:00', to: '18:00' });
  });

  it('are four shifts at most, none of them the wrong way round', () => {
    const [first = { from: '', to: '' }, ...more] = ['01', '03', '05', '07', '09'].map((hour) => ({
      ...{ from: `${hour}:00`, to: `${hour}:30` },
    }));
    expect(() => sayHours({ ...first, more })).toThrow(refused('too_many_shifts', { most: 4 }));
    expect(sayHours({ ...first, more: more.slice(1) }).nextHours?.hours?.more).toHaveLength(3);
    const wrong = { from: '09:00', to: '12:00', more: [{ from: '18:00', to: '13:00' }] };
    expect(() => sayHours(wrong)).toThrow(refused('hours_too_long_at_night'));
  });

  it('do not overlap, over midnight by the days that are meant', () => {
    const night = { from: '22:00', to: '06:00', more: [{ from: '05:00', to: '09:00' }] };
    const shifts = [
      { from: '22:00', to: '06:00' },
      { from: '05:00', to: '09:00' },
    ] as const;
    expect(() => sayHours(night)).toThrow(refused('shifts_overlap', { shifts }));
    const apart = sayHours({ ...night, days: [1, 3, 5] });
    expect(apart.nextHours?.hours).toMatchObject({ from: '05:00', to: '09:00' });
    expect(() => sayHours({ days: [1, 2] }, apart)).toThrow(refused('shifts_overlap'));
  });

  it('go through the night, but not for longer than twelve hours, which is rather the wrong way round', () => {
    expect(sayHours({ from: '20:00', to: '08:00' }).nextHours).not.toBeNull();
    expect(() => sayHours({ from: '18:00', to: '09:00' })).toThrow(refused('hours_too_long_at_night'));
    expect(() => sayHours({ from: '09:00', to: '09:00' })).toThrow(refused('hours_too_long_at_night'));
  });
});
