/** The ways in which a number is taken over the cohorts of one week or of several. */

import type { Spend } from '../money/spend.ts';
import type { PromiseName } from '../promise.ts';
import { type PromiseCalendar, withoutLeave } from '../team/person.ts';
import { workingMinutesBetween } from '../time/calendar.ts';
import { MINUTE } from '../time/duration.ts';
import { type Cohort, isBrokenPromise, type LeadFact, spentIn } from './cohort.ts';
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

function promises(cohorts: readonly Cohort[], name: PromiseName) {
  return cohorts.flatMap(({ leads, now }) =>
    leads.flatMap((lead) =>
      lead.promises.filter(({ kind }) => kind === name).map((promise) => ({ promise, now })),
    ),
  );
}

export function inTime(cohorts: readonly Cohort[], name: PromiseName): Figure {
  const all = promises(cohorts, name);
  const broken = all.filter(({ promise, now }) => isBrokenPromise(promise, now)).length;
  const kept = all.filter(
    ({ promise, now }) => promise.endedAt !== null && !isBrokenPromise(promise, now),
  ).length;
  return { kind: 'rate', part: kept, of: kept + broken };
}

const MINUTES_TAKEN: Record<TimeClock, (from: number, until: number, calendar: PromiseCalendar) => number> = {
  working: (from, until, calendar) => workingMinutesBetween(withoutLeave(calendar), from, until),
  wall: (from, until) => Math.max(0, until - from) / MINUTE,
};

/** Of those that were done, in time or not. */
export function times(cohorts: readonly Cohort[], name: PromiseName, clock: TimeClock): Figure {
  const minutes = promises(cohorts, name).flatMap(({ promise: { isDone, startedAt, endedAt, calendar } }) =>
    isDone && endedAt !== null ? MINUTES_TAKEN[clock](startedAt, endedAt, calendar) : [],
  );
  return timeFigure(minutes, clock);
}

export function timeFigure(minutes: readonly number[], clock: TimeClock): Figure {
  const sorted = minutes.toSorted((a, b) => a - b);
  const [median, p90] = [quantile(sorted, 0.5), quantile(sorted, 0.9)];
  return { kind: 'time', clock, median, p90, of: sorted.length };
}

/** Between the two nearest values, as spreadsheets do it. */
function quantile(sorted: readonly number[], q: number): number | null {
  const place = (sorted.length - 1) * q;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (place - Math.floor(place));
}
