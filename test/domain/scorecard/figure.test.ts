import { describe, expect, it } from 'vitest';
import { said, scorecard, times } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

describe('the numbers of a week', () => {
  it('mark what is too few to judge', () => {
    const nine = [fact({ state: 'qualified' }), ...times(8, () => fact())];
    expect(said(scorecard(nine), 'qualifiedRate')[0]).toBe('11 % (1/9)*');
    expect(said(scorecard([...nine, fact()]), 'qualifiedRate')[0]).toBe('10 % (1/10)');
  });
});
