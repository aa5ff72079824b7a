import { describe, expect, it } from 'vitest';
import { scorecardHeadline } from '../../../../src/sentences/en/scorecard/headline.ts';
import { scorecardText } from '../../../../src/sentences/en/scorecard/text.ts';
import { scorecard, times } from '../../../support/built-week.ts';
import { ANA } from '../../../support/people.ts';
import { fact, worked } from '../../../support/scorecard-facts.ts';

describe('a week in words', () => {
  it('reads well without any lead, with a single one, and with many', () => {
    expect(scorecardHeadline(scorecard([]))).toBe('Week 47 (16–22 Nov): no lead arrived');
    expect(scorecardHeadline(scorecard([fact()]))).toBe('Week 47 (16–22 Nov): 1 lead, 0 qualified, 0 won');
    expect(scorecardText(scorecard([]))).toContain('no lead arrived');
    const text = scorecardText(
      scorecard(times(40, (n) => worked(n, n, { source: `Source ${n}`, owner: ANA }))),
    );
    expect(text).toContain('Week 47 (16–22 Nov): 40 leads, 0 qualified, 0 won');
    expect(text.split('\n').filter((line) => line.startsWith('Source '))).toHaveLength(40);
  });
});
