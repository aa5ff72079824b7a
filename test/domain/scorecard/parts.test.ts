import { expect, it } from 'vitest';
import { ownParts, partsOf, SCORECARD_PARTS } from '../../../src/domain/scorecard/parts.ts';
import { scorecard } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

it('The thread has the parts that have something to say, in their order', () => {
  expect(ownParts(scorecard([]))).toEqual([]);
  const rejected = fact({ state: 'rejected', reason: 'no_budget', verdictAt: fact().receivedAt });
  const card = scorecard([fact(), rejected]);
  const silent = ['buying', 'moved', 'stories'];
  expect(ownParts(card)).toEqual(SCORECARD_PARTS.filter((part) => !silent.includes(part)));
  expect(partsOf(card, true)).toEqual(
    SCORECARD_PARTS.filter((part) => !['buying', 'stories'].includes(part)),
  );
  expect(partsOf(scorecard([]), true)).toEqual(['moved']);
});
