import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { cohortOf, type LeadFact, type ScorecardFacts } from '../../../src/domain/scorecard/cohort.ts';
import { addedTo, type Entry, entriesBetween } from '../../../src/domain/scorecard/entries.ts';
import { METRICS } from '../../../src/domain/scorecard/metrics.ts';
import { type Shares, sharesOf } from '../../../src/domain/scorecard/shares.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { berlin } from '../../support/berlin.ts';
import { fact, factsOf, spend, worked } from '../../support/scorecard-facts.ts';

const ID = 'lead-a' as LeadId;

function shares(leads: readonly LeadFact[], changes: Partial<ScorecardFacts> = {}): Shares {
  return sharesOf(cohortOf(parseWeek('2026-W47'), factsOf(leads, changes)));
}

function whys(before: Shares, now: Shares): string[] {
  return entriesBetween(before, now).map((entry) => `${entry.kind} ${entry.why}`);
}

describe('what has moved a week', () => {
  it('is nothing where all is the same', () => {
    const same = worked(5, 20, { id: ID });
    expect(entriesBetween(shares([same]), shares([same]))).toEqual([]);
  });

  it('is a lead that came later, one that is gone, and one that stands otherwise', () => {
    const other = fact();
    expect(whys(shares([]), shares([other]))).toEqual(['lead arrived']);
    expect(whys(shares([other]), shares([]))).toEqual(['lead gone']);
    const [before, now] = [worked(5, 20, { id: ID }), worked(5, 20, { id: ID, state: 'merged' })];
    expect(entriesBetween(shares([before]), shares([now]))).toMatchObject([
      { why: 'state', from: 'claimed', to: 'merged', counts: { leads: -1, claimed: -1 } },
    ]);
  });

  it('is one of which only time has passed: it waits, and its promise is broken', () => {
    const lead = fact({ id: ID, receivedAt: berlin('2026-11-20T16:00') });
    const early = shares([lead], { now: berlin('2026-11-20T16:30') });
    const [entry] = entriesBetween(early, shares([lead], { now: berlin('2026-11-25T09:00') }));
    expect(entry).toMatchObject({
      why: 'promise',
      counts: { claimsBroken: 1, untouched: 1, waitedForDay: 1 },
    });
  });

  it('is another time of what was counted before, and another value of what was won', () => {
    const [slow, quick] = [worked(5, 20, { id: ID }), worked(5, 19, { id: ID })];
    expect(entriesBetween(shares([slow]), shares([quick]))).toMatchObject([
      { why: 'time', counts: {}, times: { contact: 0, wait: 0 } },
    ]);
    const won = (minor: number) =>
      shares([worked(5, 20, { id: ID, state: 'won', value: { minor, currency: 'EUR' } })]);
    expect(entriesBetween(won(1), won(3))).toMatchObject([{ why: 'value', won: 2 }]);
  });

  it('is an amount that was recorded, one of nothing too, and one that was taken back', () => {
    const amount = spend({ minor: 0 });
    const [none, some] = [shares([]), shares([], { spend: [amount] })];
    expect([...whys(none, some), ...whys(some, none)]).toEqual(['spend recorded', 'spend withdrawn']);
  });

  it('is a deal of the week, whoever’s lead it was', () => {
    const at = berlin('2026-11-18T10:00');
    const deal = { lead: ID, at, value: null };
    const [none, one] = [shares([]), shares([], { booked: [deal] })];
    expect([...whys(none, one), ...whys(one, none)]).toEqual(['deal booked', 'deal reopened']);
  });
});

it('An entry adds to the figures that it is part of, and to no other', () => {
  const won: Entry = {
    ...{ kind: 'lead', lead: ID, from: 'qualified', to: 'won', why: 'state', times: {}, won: 900 },
    counts: { won: 1, openDeals: -1 },
  };
  expect(addedTo(METRICS.won, won)).toEqual({ part: 1, of: 0 });
  expect(addedTo(METRICS.costPerWon, won)).toEqual({ part: 0, of: 1 });
  expect(addedTo(METRICS.return, won)).toEqual({ part: 900, of: 0 });
  expect(addedTo(METRICS.leads, won)).toBeNull();
  expect(addedTo(METRICS.bookedWon, won)).toBeNull();
  const invoice: Entry = { kind: 'spend', spend: 'x', side: 'sales', why: 'recorded', minor: 0 };
  expect(addedTo(METRICS.salesCostPerWon, invoice)).toEqual({ part: 0, of: 0 });
  expect(addedTo(METRICS.marketingSpent, invoice)).toBeNull();
});
