import { describe, expect, it } from 'vitest';
import {
  promiseStatus,
  promisesOf,
  runningPromise,
  wallMinutesTaken,
  workingMinutesTaken,
} from '../../src/domain/promise.ts';
import { berlin, inBerlin } from '../support/berlin.ts';
import { ANA } from '../support/people.ts';
import { SETTINGS, sampleLead } from '../support/sample-lead.ts';

const claimed = { state: 'claimed', owner: ANA, claimedAt: berlin('2026-11-17T14:19') } as const;

function clocks(changes: Parameters<typeof sampleLead>[0]): string[] {
  return promisesOf(sampleLead(changes), SETTINGS).map(
    ({ name, due, endedAt }) => `${name} by ${inBerlin(due)}${endedAt ? `, done ${inBerlin(endedAt)}` : ''}`,
  );
}

describe('the promises to a lead', () => {
  it('start with the claim: two working hours, or a quarter of one when it is hot', () => {
    expect(clocks({})).toEqual(['claim by Tue 2026-11-17 16:15']);
    expect(clocks({ priority: 'hot' })).toEqual(['claim by Tue 2026-11-17 14:30']);
  });

  it('go on with the first contact and the verdict once somebody claimed it', () => {
    expect(clocks(claimed)).toEqual([
      'claim by Tue 2026-11-17 16:15, done Tue 2026-11-17 14:19',
      'contact by Wed 2026-11-18 09:19',
      'verdict by Tue 2026-11-24 14:19',
    ]);
    expect(runningPromise(sampleLead(claimed), SETTINGS)?.name).toBe('contact');
  });

  it('leave the verdict to wait for after the contact', () => {
    const contacted = sampleLead({ ...claimed, contactedAt: berlin('2026-11-17T16:02') });
    expect(runningPromise(contacted, SETTINGS)?.name).toBe('verdict');
  });

  it('drop the first contact of a lead that was rejected without one', () => {
    const verdictAt = berlin('2026-11-17T15:00');
    expect(clocks({ ...claimed, state: 'rejected', verdictAt }).map((line) => line.split(' ')[0])).toEqual([
      'claim',
      'verdict',
    ]);
  });

  it('count a verdict on a new lead as taking it', () => {
    const verdictAt = berlin('2026-11-17T15:00');
    expect(clocks({ state: 'rejected', owner: ANA, verdictAt })[0]).toBe(
      'claim by Tue 2026-11-17 16:15, done Tue 2026-11-17 15:00',
    );
  });

  it('say nothing about a deal that a file reports as won', () => {
    expect(clocks({ state: 'won', closedAt: berlin('2026-11-17T15:00') })).toEqual([]);
  });

  it('begin when the card could be seen, not when an import says that the lead was made', () => {
    const createdAt = berlin('2026-11-19T10:00');
    expect(clocks({ createdAt })).toEqual(['claim by Thu 2026-11-19 12:00']);
  });

  it('are kept up to the last moment, and broken after it', () => {
    const [clock] = promisesOf(sampleLead(), SETTINGS);
    expect(promiseStatus(clock!, clock!.due)).toBe('running');
    expect(promiseStatus(clock!, clock!.due + 1)).toBe('broken');
    expect(promiseStatus({ ...clock!, endedAt: clock!.due }, clock!.due + 1)).toBe('kept');
    expect(promiseStatus({ ...clock!, endedAt: clock!.due + 1 }, clock!.due + 1)).toBe('broken');
  });

  it('know working time and wall time', () => {
    const friday = sampleLead({
      ...claimed,
      receivedAt: berlin('2026-11-20T17:30'),
      claimedAt: berlin('2026-11-23T09:30'),
    });
    const [clock] = promisesOf(friday, SETTINGS);
    const now = berlin('2026-12-01T10:00');
    expect(workingMinutesTaken(clock!, now)).toBe(60);
    expect(wallMinutesTaken(clock!, now)).toBe(64 * 60);
  });
});
