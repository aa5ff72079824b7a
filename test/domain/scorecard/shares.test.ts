import { expect, it } from 'vitest';
import { cohortOf } from '../../../src/domain/scorecard/cohort.ts';
import { sharesOf } from '../../../src/domain/scorecard/shares.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { fact, factsOf, spend, worked } from '../../support/scorecard-facts.ts';

const WEEK = parseWeek('2026-W47');

it('Each lead has its share, tests and spam among them, which count as nothing', () => {
  const leads = [
    worked(5, 20, { state: 'won', value: { minor: 900, currency: 'EUR' } }),
    fact({ isTest: true }),
    fact({ state: 'rejected', reason: 'spam' }),
    fact({ state: 'merged' }),
  ];
  const shares = sharesOf(cohortOf(WEEK, factsOf(leads)));
  expect([...shares.leads.values()].map(({ state, won, minutes }) => ({ state, won, minutes }))).toEqual([
    { state: 'won', won: 900, minutes: { claim: [5], contact: [20], wait: [25] } },
    { state: 'test', won: 0, minutes: {} },
    { state: 'dropped', won: 0, minutes: {} },
    { state: 'merged', won: 0, minutes: {} },
  ]);
  expect([...shares.leads.values()].slice(1).every(({ counts }) => Object.keys(counts).length === 0)).toBe(
    true,
  );
});

it('An amount has the part of it that lies in the week, and one in another currency none', () => {
  const month = spend({ minor: 30_000, from: '2026-11-01', to: '2026-11-30' });
  const facts = factsOf([], { spend: [month, spend({ minor: 500, currency: 'USD' })] });
  expect([...sharesOf(cohortOf(WEEK, facts)).spend]).toEqual([
    [month.id, { side: 'marketing', minor: 7_000 }],
  ]);
});
