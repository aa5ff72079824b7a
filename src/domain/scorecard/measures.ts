/** The ways in which a number is taken over the cohorts of one week or of several. */

import type { Spend } from '../money/spend.ts';
import { type PromiseName, promiseStatus, wallMinutesTaken, workingMinutesTaken } from '../promise.ts';
import { type Cohort, type LeadFact, promisesIn, spentIn } from './cohort.ts';
import type { Figure, TimeClock } from './figure.ts';

type Matches = (lead: LeadFact, cohort: Cohort) => boolean;

function count(cohorts: readonly Cohort[], matches: Matches): number {
  const counts = cohorts.map((cohort) => cohort.leads.filter((lead) => matches(lead, cohort)).length);
  return counts.reduce((sum, each) => sum + each, 0);
}

export function average(cohorts: readonly Cohort[], matches: Matches): Figure {
  return { kind: 'count', value: cohorts.length === 0 ? 0 : count(cohorts, matches) / cohorts.length };
}

export function rate(cohorts: readonly Cohort[], part: Matches, of: Matches): Figure {
  return { kind: 'rate', part: count(cohorts, part), of: count(cohorts, of) };
}

/** Weeks without any recorded spend would make the others look cheaper: their leads are left out. */
export function cost(cohorts: readonly Cohort[], per: Matches, spend: (spend: Spend) => boolean): Figure {
  const known = cohorts.flatMap((cohort) => {
    const minor = spentIn(cohort, spend);
    return minor === null ? [] : [{ minor, per: count([cohort], per) }];
  });
  return {
    kind: 'cost',
    minor: known.length === 0 ? null : known.reduce((sum, week) => sum + week.minor, 0),
    per: known.reduce((sum, week) => sum + week.per, 0),
    currency: cohorts[0]?.settings.currency ?? '',
  };
}

/** Of every lead that has one. */
function promises(cohorts: readonly Cohort[], name: PromiseName) {
  return cohorts.flatMap((cohort) =>
    cohort.leads.flatMap((lead) => {
      const promise = promisesIn(lead, cohort).find((each) => each.name === name);
      return promise ? { promise, now: cohort.now } : [];
    }),
  );
}

export function inTime(cohorts: readonly Cohort[], name: PromiseName): Figure {
  const standings = promises(cohorts, name).map(({ promise, now }) => promiseStatus(promise, now));
  const kept = standings.filter((standing) => standing === 'kept').length;
  const broken = standings.filter((standing) => standing === 'broken').length;
  return { kind: 'rate', part: kept, of: kept + broken };
}

const MINUTES_TAKEN = { working: workingMinutesTaken, wall: wallMinutesTaken };

export function times(cohorts: readonly Cohort[], name: PromiseName, clock: TimeClock): Figure {
  const minutes = promises(cohorts, name)
    .filter(({ promise: { endedAt } }) => endedAt !== null)
    .map(({ promise, now }) => MINUTES_TAKEN[clock](promise, now))
    .sort((a, b) => a - b);
  const [median, p90] = [quantile(minutes, 0.5), quantile(minutes, 0.9)];
  return { kind: 'time', clock, median, p90, of: minutes.length };
}

/** Between the two nearest values, as spreadsheets do it. */
function quantile(sorted: readonly number[], q: number): number | null {
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
