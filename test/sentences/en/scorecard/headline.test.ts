import { expect, it } from 'vitest';
import { DAY } from '../../../../src/domain/time/duration.ts';
import { parseWeek } from '../../../../src/domain/time/week.ts';
import {
  averageName,
  footnotes,
  sayGrown,
  scorecardHeadline,
  weekName,
} from '../../../../src/sentences/en/scorecard/headline.ts';
import { scorecard, times } from '../../../support/built-week.ts';
import { fact } from '../../../support/scorecard-facts.ts';

it('The week is named, with how many arrived', () => {
  expect(weekName(scorecard([]))).toBe('Week 47 (16–22 Nov)');
  expect(scorecardHeadline(scorecard([]))).toBe('Week 47 (16–22 Nov): no lead arrived');
  expect(scorecardHeadline(scorecard([fact()]))).toBe('Week 47 (16–22 Nov): 1 lead, 0 qualified so far');
});

it('What one has to know to read it stands below', () => {
  const card = scorecard([...times(2, () => fact()), fact({ isTest: true })]);
  expect(footnotes(card)).toEqual([
    'Still open: 2 leads without a verdict.',
    expect.stringMatching(/average|compare/),
    'Left out: 1 test, 0 spam or duplicate.',
    '* Fewer than 10: too few to judge.',
  ]);
});

it('The average says of how many weeks it is', () => {
  expect(averageName({ ...scorecard([]), averagedWeeks: 1 })).toBe('1-week average');
  expect(averageName({ ...scorecard([]), averagedWeeks: 0 })).toBe('4-week average');
});

it('A week that is asked for long after is told as it stands, not as it stood four weeks on', () => {
  const grown = { week: parseWeek('2026-W43'), leads: 9, qualified: 4, won: 1, open: 0 };
  const costPerWon = { kind: 'cost', minor: null, per: 1, currency: 'EUR' } as const;
  const card = { ...scorecard([fact()]), grown: { ...grown, costPerWon } };
  expect(sayGrown(card)).toEqual({
    name: 'Leads of week 43, four weeks on',
    said: '9 arrived, 4 qualified, 1 won so far, none open',
  });
  expect(sayGrown({ ...card, computedAt: card.computedAt + 60 * DAY })?.name).toBe('Leads of week 43 so far');
  expect(sayGrown({ ...card, grown: null })).toBeNull();
});
