import { expect, it } from 'vitest';
import { leadsOwed } from '../../../src/domain/goal/leads-owed.ts';
import { paceOf } from '../../../src/domain/goal/pace.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { coverScorecard } from '../../../src/domain/team/sharing.ts';
import { FIRST_CALENDAR } from '../../../src/domain/time/calendar.ts';
import { sayGoalsOf, sayLeadsOwed } from '../../../src/sentences/en/goal-pace.ts';
import { scorecardHead } from '../../../src/slack/views/scorecard/scorecard-head.ts';
import { ScorecardJson } from '../../../src/store/scorecard/scorecard-json.ts';
import { berlin } from '../../support/berlin.ts';
import { scorecard } from '../../support/built-week.ts';
import { textOf } from '../../support/messages.ts';
import { fact } from '../../support/scorecard-facts.ts';

const NOVEMBER = parsePeriod('2026-11');
const TIME = { at: berlin('2026-11-23T00:00'), calendar: { ...FIRST_CALENDAR, zone: 'Europe/Berlin' } };
const REACHED = { leads: 96, qualified: 31, won: [], stories: 0, spent: null };

const goal = { kind: 'qualified' as const, period: NOVEMBER, target: 40, currency: null };
const revenue = { kind: 'revenue' as const, period: NOVEMBER, target: 100_000, currency: 'EUR' };
const conversion = { quarter: parsePeriod('2026-Q3'), leads: 300, qualified: 81, won: 18 };

const CARD = scorecard([fact()], {
  goals: [goal, revenue].map((each) => paceOf(each, REACHED, TIME)),
  leadsOwed: leadsOwed(goal, { delivered: 96, conversion, isOver: false }, TIME),
});

it('a scorecard says first how the goals go, and what marketing owes', () => {
  expect(sayGoalsOf(CARD)[0]).toBe('31 of 40 qualified leads this month, on pace (expected 29 so far)');
  expect(textOf(scorecardHead(CARD, { manager: null }))).toContain('31 of 40 qualified leads this month');
  expect(sayLeadsOwed(CARD)).toBe(
    '149 leads owed this month, 96 delivered (expected 106 so far): for 40 qualified, as 81 of 300 were in Q3 2026.',
  );
  const few = { ...conversion, leads: 9, qualified: 2 };
  const unknown = leadsOwed(goal, { delivered: 5, conversion: few, isOver: false }, TIME);
  expect(sayLeadsOwed({ ...CARD, leadsOwed: unknown })).toBe(
    'How many leads are owed this month is not known: too few to judge by, 2 of 9 were in Q3 2026. 5 delivered.',
  );
});

it('a week of long ago names its month', () => {
  const later = { ...CARD, computedAt: berlin('2027-01-11T09:00') };
  expect(sayGoalsOf(later)[0]).toBe(
    '31 of 40 qualified leads in November 2026, on pace (expected 29 by 2026-11-22)',
  );
});

it('a published week keeps what it said, and one of before goals has none', () => {
  const stored = JSON.parse(JSON.stringify(CARD));
  expect(ScorecardJson.parse(stored)).toMatchObject({ goals: CARD.goals, leadsOwed: CARD.leadsOwed });
  const { goals: _, leadsOwed: __, ...old } = stored;
  expect(ScorecardJson.parse(old)).toMatchObject({ goals: [], leadsOwed: null });
});

it('goals of money stay out of a channel that is shared', () => {
  expect(coverScorecard(CARD).goals.map(({ kind }) => kind)).toEqual(['qualified']);
});
