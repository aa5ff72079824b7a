import { expect, it } from 'vitest';
import { behind } from '../../../src/domain/scorecard/behind.ts';
import { cohortOf, type ScorecardFacts } from '../../../src/domain/scorecard/cohort.ts';
import type { Figure } from '../../../src/domain/scorecard/figure.ts';
import { METRIC_IDS } from '../../../src/domain/scorecard/metrics.ts';
import { standingOf } from '../../../src/domain/scorecard/moved.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { fact, factsOf, spend, worked } from '../../support/scorecard-facts.ts';

const VALUE = { minor: 900, currency: 'EUR' };

const standing = (leads: Parameters<typeof factsOf>[0], changes: Partial<ScorecardFacts> = {}) =>
  standingOf(cohortOf(parseWeek('2026-W47'), factsOf(leads, changes)));

const LEADS = [
  worked(5, 20, { state: 'won', value: VALUE }),
  worked(30, 600),
  worked(5, 30, { state: 'rejected', reason: 'other' }),
  worked(1, 1, { state: 'rejected', reason: 'spam' }),
  fact(),
  fact({ isTest: true }),
];

it('The parts of what is listed add up to each number', () => {
  const amounts = [spend({ minor: 3_100 }), spend({ minor: 400, side: 'sales', source: null })];
  const booked = [{ lead: fact().id, at: fact().receivedAt, value: VALUE }];
  const { figures, shares } = standing(LEADS, { spend: amounts, booked });
  for (const metric of METRIC_IDS) {
    const listed = behind(metric, shares);
    const sum = (part: 'part' | 'of') => listed.reduce((all, { added }) => all + added[part], 0);
    expect([metric, partsOf(figures[metric]!)]).toEqual([metric, { part: sum('part'), of: sum('of') }]);
  }
});

function partsOf(figure: Figure) {
  switch (figure.kind) {
    case 'count':
      return { part: figure.value, of: 0 };
    case 'rate':
      return { part: figure.part, of: figure.of };
    case 'cost':
      return { part: figure.minor, of: figure.per };
    case 'money':
      return { part: figure.minor, of: 0 };
    case 'return':
      return { part: figure.won, of: figure.spent };
    case 'time':
      return { part: 0, of: figure.of };
    default:
      return null;
  }
}

it('Those that were not in time come first, and of amounts the largest', () => {
  const { shares } = standing(LEADS, { spend: [spend({ minor: 1 }), spend({ minor: 2 })] });
  expect(behind('contactedInTime', shares).map(({ added }) => added.part)).toEqual([0, 1, 1]);
  expect(behind('spent', shares).map(({ added }) => added.part)).toEqual([2, 1]);
});
