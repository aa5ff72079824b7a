import { expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import type { BookedDeal } from '../../../src/domain/scorecard/cohort.ts';
import { buildScorecard } from '../../../src/domain/scorecard/scorecard.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { berlin } from '../../support/berlin.ts';
import { fact, factsOf } from '../../support/scorecard-facts.ts';

const NOBODY = { sales: null, marketing: null };

function won(day: string, minor: number | null = 1_000, currency = 'EUR'): BookedDeal {
  return {
    lead: `lead on ${day}` as LeadId,
    at: berlin(day),
    value: minor === null ? null : { minor, currency },
  };
}

function week(booked: BookedDeal[]) {
  const first = fact({ receivedAt: berlin('2026-10-20T10:00') });
  return buildScorecard(parseWeek('2026-W47'), factsOf([first], { booked }), NOBODY);
}

it('What was won from Monday to Sunday counts, whenever its lead arrived', () => {
  const { metrics } = week([
    won('2026-11-15T23:59:59.999'),
    won('2026-11-16T00:00'),
    won('2026-11-22T23:59:59.999'),
    won('2026-11-23T00:00'),
  ]);
  expect(metrics.bookedWon).toMatchObject({
    now: { kind: 'count', value: 2 },
    last: { kind: 'count', value: 1 },
  });
  expect(metrics.bookedValue.now).toEqual({ kind: 'money', minor: 2_000, currency: 'EUR' });
});

it('The average is over the weeks before, those in which nothing was won included', () => {
  const { metrics } = week([won('2026-11-10T12:00', 4_000), won('2026-10-27T12:00', 2_000)]);
  expect(metrics.bookedWon.average).toEqual({ kind: 'count', value: 0.5 });
  expect(metrics.bookedValue.average).toEqual({ kind: 'money', minor: 1_500, currency: 'EUR' });
});

it('A week without a win is worth nothing that could be said, as is a win without a value', () => {
  expect(week([]).metrics.bookedValue.now).toMatchObject({ minor: null });
  const { metrics } = week([won('2026-11-17T12:00', null)]);
  expect(metrics.bookedWon.now).toMatchObject({ value: 1 });
  expect(metrics.bookedValue.now).toMatchObject({ minor: null });
});

it('Other currencies are said and never added', () => {
  const card = week([
    won('2026-11-17T12:00'),
    won('2026-11-18T12:00', 700, 'USD'),
    won('2026-11-18T13:00', 1, 'USD'),
  ]);
  expect(card.metrics.bookedValue.now).toMatchObject({ minor: 1_000 });
  expect(card.metrics.bookedWon.now).toMatchObject({ value: 3 });
  expect(card.otherBooked).toEqual([{ currency: 'USD', minor: 701 }]);
});
