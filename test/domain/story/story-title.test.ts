import { describe, expect, it } from 'vitest';
import { sayStoryTitle } from '../../../src/sentences/en/story.ts';
import { sampleStory } from '../../support/sample-insight.ts';

describe('the headline of a story', () => {
  it.each([
    [{}, 'Pier Inns: 2 days instead of 9, at each month-end'],
    [{ result: { number: '40', unit: '%', baseline: null, period: null } }, 'Pier Inns: 40 %'],
    [{ result: null, whatWeDid: 'We did it. Then we left.' }, 'Pier Inns: We did it'],
    [{ result: null, whatWeDid: null }, 'Pier Inns: “We sleep again.”'],
    [{ result: null, whatWeDid: null, quote: null, situation: null }, 'Pier Inns'],
  ])('is the result, or the best there is (%#)', (changes, words) => {
    expect(sayStoryTitle(sampleStory(changes))).toBe(words);
  });

  it('stays one short line', () => {
    const long = sayStoryTitle(
      sampleStory({ result: null, whatWeDid: `${'very '.repeat(100)}long\nsecond line` }),
    );
    expect(long.length).toBeLessThan(170);
    expect(long).not.toContain('\n');
  });
});
