import { describe, expect, it } from 'vitest';
import { cohortOf } from '../../../src/domain/scorecard/cohort.ts';
import { COUNT_IDS, type Counted, countsOf, totalsOf } from '../../../src/domain/scorecard/counts.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { fact, factsOf, worked } from '../../support/scorecard-facts.ts';

const WEEK = parseWeek('2026-W47');

function counted(...leads: Parameters<typeof factsOf>[0]): Counted[] {
  const cohort = cohortOf(WEEK, factsOf(leads));
  return cohort.leads.map((lead) => countsOf(lead, cohort));
}

describe('what a lead counts as', () => {
  it('is a lead that nobody touched and nobody answered, once its promises are past', () => {
    expect(counted(fact())).toEqual([
      {
        ...{ leads: 1, undecided: 1, unanswered: 1, untouched: 1, claimsBroken: 1 },
        ...{ waitedFor5Minutes: 1, waitedForHour: 1, waitedForDay: 1 },
      },
    ]);
  });

  it('is one that was answered within the hour and won', () => {
    expect(counted(worked(5, 20, { state: 'won' }))).toEqual([
      {
        ...{ leads: 1, qualified: 1, won: 1, claimed: 1, contacted: 1, claimsKept: 1, contactsKept: 1 },
        ...{ waitedFor5Minutes: 1, answeredInHour: 1, answeredInDay: 1 },
      },
    ]);
  });

  it('keeps a lead that was given back among the claimed', () => {
    const [first] = factsOf([worked(5, 10)]).leads;
    const back = { ...fact({ promises: first?.promises ?? [] }), claimedAt: null };
    expect(counted(back)[0]).toMatchObject({ claimed: 1, contacted: 1 });
  });

  it('adds up to the totals of the week', () => {
    const leads = [fact(), worked(5, 20, { state: 'won' }), worked(1, 2), fact({ state: 'resting' })];
    const cohort = cohortOf(WEEK, factsOf(leads));
    const totals = totalsOf(cohort);
    for (const id of COUNT_IDS)
      expect(totals[id], id).toBe(
        cohort.leads.reduce((sum, lead) => sum + (countsOf(lead, cohort)[id] ?? 0), 0),
      );
  });
});
