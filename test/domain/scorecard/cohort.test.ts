import { describe, expect, it } from 'vitest';
import { footnotes } from '../../../src/sentences/en/scorecard/headline.ts';
import { berlin } from '../../support/berlin.ts';
import { said, scorecard } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('count leads by their arrival in the zone of the team', () => {
    const card = scorecard([
      fact({ receivedAt: berlin('2026-11-15T23:59') }),
      fact({ receivedAt: berlin('2026-11-16T00:00') }),
      fact({ receivedAt: berlin('2026-11-22T23:59') }),
      fact({ receivedAt: berlin('2026-11-23T00:00') }),
    ]);
    expect(said(card, 'leads').slice(0, 2)).toEqual(['2', '1']);
  });

  it('leave out tests, spam and duplicates, and say so', () => {
    const spam = fact({ state: 'rejected', reason: 'spam' });
    const card = scorecard([fact(), fact({ isTest: true }), spam, fact({ state: 'merged' })]);
    expect(said(card, 'leads')[0]).toBe('1');
    expect(footnotes(card)).toContain('Left out: 1 test, 2 spam or duplicate.');
    expect(card.rejections).toEqual([]);
  });

  it('promise nothing to old leads that came without a card', () => {
    const card = scorecard([fact({ cardChannel: null }), fact({ cardChannel: null, state: 'won' })]);
    expect(said(card, 'untouched')[0]).toBe('0');
    expect(said(card, 'claimedInTime')[0]).toBe('–');
    expect(card.open.withoutCard).toBe(2);
  });
});
