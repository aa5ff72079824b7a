import { describe, expect, it } from 'vitest';
import { cohortOf } from '../../../src/domain/scorecard/cohort.ts';
import { allMinutes, minutesTaken } from '../../../src/domain/scorecard/taken-times.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { berlin } from '../../support/berlin.ts';
import { fact, factsOf, worked } from '../../support/scorecard-facts.ts';

const cohortWith = (...leads: Parameters<typeof factsOf>[0]) =>
  cohortOf(parseWeek('2026-W47'), factsOf(leads));

describe('how long something took', () => {
  it('is from its promise for what was promised, and from the arrival for the customer', () => {
    const cohort = cohortWith(worked(5, 20));
    const [lead] = cohort.leads;
    const taken = (what: 'claim' | 'contact' | 'wait') =>
      minutesTaken(lead!, cohort, { what, clock: 'wall' });
    expect([taken('claim'), taken('contact'), taken('wait')]).toEqual([[5], [20], [25]]);
  });

  it('is nothing of what nobody did', () => {
    expect(allMinutes(cohortWith(fact()), { what: 'wait', clock: 'wall' })).toEqual([]);
  });

  it('leaves the night out of working time', () => {
    const evening = berlin('2026-11-17T17:50');
    const cohort = cohortWith(worked(0, 16 * 60, { receivedAt: evening }));
    expect(allMinutes(cohort, { what: 'wait', clock: 'working' })[0]).toBeLessThan(8 * 60);
    expect(allMinutes(cohort, { what: 'wait', clock: 'wall' })).toEqual([16 * 60]);
  });
});
