import { describe, expect, it } from 'vitest';
import type { Scorecard } from '../../../../src/domain/scorecard/scorecard.ts';
import { scorecardHeadline } from '../../../../src/sentences/en/scorecard/headline.ts';
import { scorecardText } from '../../../../src/sentences/en/scorecard/text.ts';
import { movedSince, scorecard, times, UNMOVED } from '../../../support/built-week.ts';
import { ANA } from '../../../support/people.ts';
import { fact, worked } from '../../../support/scorecard-facts.ts';

const textOf = (card: Scorecard) => scorecardText({ scorecard: card, ...UNMOVED });

describe('a week in words', () => {
  it('reads well without any lead, with a single one, and with many', () => {
    expect(scorecardHeadline(scorecard([]))).toBe('Week 47 (16–22 Nov): no lead arrived');
    expect(scorecardHeadline(scorecard([fact()]))).toBe('Week 47 (16–22 Nov): 1 lead, 0 qualified so far');
    expect(textOf(scorecard([]))).toContain('no lead arrived');
    const text = textOf(scorecard(times(40, (n) => worked(n, n, { source: `Source ${n}`, owner: ANA }))));
    expect(text).toContain('Week 47 (16–22 Nov): 40 leads, 0 qualified so far');
    expect(text.split('\n').filter((line) => line.startsWith('Source '))).toHaveLength(40);
  });

  it('says what has moved since it was published', () => {
    const [published, now] = [scorecard([fact()]), scorecard([fact({ state: 'won' })])];
    const text = scorecardText({ scorecard: now, ...UNMOVED, moved: movedSince(published, now) });
    expect(text).toContain('Moved since it was published\nQualified so far: 0 → 1\n');
    expect(text).toContain('\nWon: 0 → 1\n');
  });
});
