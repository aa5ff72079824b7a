import { describe, expect, it } from 'vitest';
import { footnotes } from '../../../src/sentences/en/scorecard/headline.ts';
import { said, scorecard, times, weeksAgo } from '../../support/built-week.ts';
import { fact, worked } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('compare with the week before and with four weeks together', () => {
    const card = scorecard([
      ...times(10, () => fact({ state: 'qualified' })),
      ...times(10, () => fact()),
      ...times(12, () => fact({ receivedAt: weeksAgo(1) })),
      ...times(4, () => fact({ receivedAt: weeksAgo(1), state: 'won' })),
      ...times(24, () => fact({ receivedAt: weeksAgo(4) })),
    ]);
    expect(said(card, 'leads')).toEqual(['20', '16', '10']);
    expect(said(card, 'qualifiedRate')).toEqual(['50 % (10/20)', '25 % (4/16)', '10 % (4/40)']);
  });

  it('average over the weeks since the first lead only', () => {
    const card = scorecard([fact(), ...times(6, () => fact({ receivedAt: weeksAgo(2) }))]);
    expect(said(card, 'leads')).toEqual(['1', '0', '3']);
    expect(footnotes(card)).toContain('The average is of 2 weeks.');
  });

  it('say how much of the week is still open', () => {
    const card = scorecard([fact(), worked(1, 1), fact({ state: 'qualified' }), fact({ state: 'won' })]);
    expect(footnotes(card)[0]).toBe('Still open: 2 leads without a verdict, 1 open deal.');
  });
});
