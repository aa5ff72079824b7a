import { expect, it } from 'vitest';
import { toldFacts } from '../../../src/domain/lead/entry-draft.ts';
import { refused } from '../../support/refused.ts';

it('What a form was told is the lead’s, what it was not told is absent', () => {
  expect(toldFacts({ title: 'CTO', receivedAt: 5 }, 9)).toEqual({
    ...{ title: 'CTO', segment: null, region: null, companySize: null, campaign: null },
    receivedAt: 5,
  });
  expect(toldFacts({ receivedAt: null }, 9)).not.toHaveProperty('receivedAt');
});

it('A lead has not come in later than now', () => {
  expect(() => toldFacts({ receivedAt: 10 }, 9)).toThrow(refused('arrival_ahead'));
});
