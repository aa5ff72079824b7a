import { expect, it } from 'vitest';
import {
  averageName,
  footnotes,
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
