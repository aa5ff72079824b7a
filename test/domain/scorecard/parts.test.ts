import { expect, it } from 'vitest';
import { partsOf, SCORECARD_PARTS } from '../../../src/domain/scorecard/parts.ts';
import { scorecard } from '../../support/built-week.ts';
import { fact } from '../../support/scorecard-facts.ts';

it('The thread has the parts that have something to say, in their order', () => {
  expect(partsOf(scorecard([]))).toEqual([]);
  const rejected = fact({ state: 'rejected', reason: 'no_budget', verdictAt: fact().receivedAt });
  const parts = partsOf(scorecard([fact(), rejected]));
  expect(parts).toEqual(SCORECARD_PARTS.filter((part) => part !== 'buying'));
});
