import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, isAtWork, isOnLeave, presentCalendarOf } from '../../../src/domain/team/person.ts';
import {
  addWorkingMinutes,
  isWorkingTime,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import { berlin, inBerlin } from '../../support/berlin.ts';
import { promisesOf } from '../../support/derived-promises.ts';
import { ANA, BEN } from '../../support/people.ts';
import { SETTINGS, sampleLead } from '../../support/sample-lead.ts';
import { samplePerson, teamOf } from '../../support/sample-person.ts';

const lisbon = teamOf(samplePerson(ANA, { timezone: 'Europe/Lisbon' }));

const claimed = sampleLead({ state: 'claimed', owner: ANA, claimedAt: berlin('2026-11-17T17:30') });

const contactDue = (team: typeof SETTINGS, lead = claimed) =>
  inBerlin(promisesOf(lead, team).find(({ name }) => name === 'contact')?.due ?? 0);

describe('the working time of a person', () => {
  it('is the team’s by their own clock', () => {
    // Nine to six in Lisbon are ten to seven in Berlin.
    expect(contactDue(SETTINGS)).toBe('Wed 2026-11-18 12:30');
    expect(contactDue(lisbon)).toBe('Wed 2026-11-18 12:30');
    const late = { ...claimed, claimedAt: berlin('2026-11-17T18:30') };
    expect(contactDue(SETTINGS, late)).toBe('Wed 2026-11-18 13:00');
    expect(contactDue(lisbon, late)).toBe('Wed 2026-11-18 13:30');
    const newYork = teamOf(samplePerson(ANA, { timezone: 'America/New_York' }));
    expect(contactDue(newYork)).toBe('Tue 2026-11-17 21:30');
  });

  it('is the team’s for the claim, whoever claimed', () => {
    const [claim] = promisesOf(claimed, lisbon);
    expect(claim?.calendar.zone).toBe(SETTINGS.timezone);
  });

  it('leaves out their leave and the holidays of their region', () => {
    const away = teamOf(samplePerson(ANA, { leave: [{ from: '2026-11-18', to: '2026-11-20' }] }));
    expect(contactDue(away)).toBe('Mon 2026-11-23 12:30');
    const american = teamOf(samplePerson(ANA, { region: 'US' }));
    const before = { ...claimed, claimedAt: berlin('2026-11-25T17:00') };
    expect(contactDue(american, before)).toBe('Fri 2026-11-27 12:00');
  });

  it('has hours of its own where they said so', () => {
    const early = teamOf(samplePerson(ANA, { hours: { days: [2, 3], from: '06:00', to: '12:00' } }));
    expect(contactDue(early)).toBe('Wed 2026-11-18 10:00');
    expect(isAtWork(ANA, early, berlin('2026-11-19T10:00'))).toBe(false);
  });

  it('goes on where the zones change their clocks on different days', () => {
    const newYork = calendarOf(ANA, teamOf(samplePerson(ANA, { timezone: 'America/New_York' })));
    // From 8 March New York is five hours behind Berlin, from 29 March six again.
    expect(inBerlin(addWorkingMinutes(newYork, berlin('2026-03-06T23:00'), 120))).toBe(
      'Mon 2026-03-09 15:00',
    );
    expect(inBerlin(addWorkingMinutes(newYork, berlin('2026-03-27T22:00'), 120))).toBe(
      'Mon 2026-03-30 16:00',
    );
    expect(inBerlin(addWorkingMinutes(newYork, berlin('2026-10-23T23:00'), 120))).toBe(
      'Mon 2026-10-26 15:00',
    );
    expect(inBerlin(addWorkingMinutes(newYork, berlin('2026-10-30T22:00'), 120))).toBe(
      'Mon 2026-11-02 16:00',
    );
  });

  it('is on leave on the first and the last day by their own date', () => {
    const tokyo = samplePerson(BEN, {
      timezone: 'Asia/Tokyo',
      leave: [{ from: '2026-11-18', to: '2026-11-18' }],
    });
    const team = teamOf(tokyo);
    expect(isOnLeave(BEN, team, berlin('2026-11-17T15:59'))).toBe(false);
    expect(isOnLeave(BEN, team, berlin('2026-11-17T16:00'))).toBe(true);
    expect(isOnLeave(BEN, team, berlin('2026-11-18T16:00'))).toBe(false);
  });

  it('never counts more than if they were never away', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 60_000 }), (start, length, minutes) => {
        const from = dayAfter('2026-10-10', start);
        const team = teamOf(samplePerson(ANA, { leave: [{ from, to: dayAfter(from, length) }] }));
        const now = berlin('2026-10-10T08:00');
        const until = now + minutes * 60_000;
        const own = workingMinutesBetween(calendarOf(ANA, team), now, until);
        expect(own).toBeLessThanOrEqual(workingMinutesBetween(presentCalendarOf(ANA, team), now, until));
        if (isOnLeave(ANA, team, until)) expect(isWorkingTime(calendarOf(ANA, team), until)).toBe(false);
      }),
    );
  });
});

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
