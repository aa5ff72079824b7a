import { expect, it } from 'vitest';
import { buildScorecard } from '../../../src/domain/scorecard/scorecard.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { berlin } from '../../support/berlin.ts';
import { fact, factsOf, spend } from '../../support/scorecard-facts.ts';

const NOBODY = { sales: null, marketing: null };
const W47 = parseWeek('2026-W47');
const ago = { receivedAt: berlin('2026-10-20T10:00') };

it('The week four weeks before is told as it stands, with what may still become of it', () => {
  const states = ['won', 'won', 'lost', 'qualified', 'new', 'claimed', 'rejected'] as const;
  const leads = states.map((state) => fact({ ...ago, state, reason: state === 'rejected' ? 'other' : null }));
  const facts = factsOf(leads, { spend: [spend({ minor: 5_000, from: '2026-10-19', to: '2026-10-25' })] });
  expect(buildScorecard(W47, facts, NOBODY).grown).toEqual({
    ...{ week: '2026-W43', leads: 7, qualified: 4, won: 2, open: 3 },
    costPerWon: { kind: 'cost', minor: 5_000, per: 2, currency: 'EUR' },
  });
});

it('Nothing is said of a week in which no lead arrived', () => {
  expect(buildScorecard(W47, factsOf([fact()]), NOBODY).grown).toBeNull();
  expect(buildScorecard(W47, factsOf([fact({ ...ago, isTest: true })]), NOBODY).grown).toBeNull();
});
