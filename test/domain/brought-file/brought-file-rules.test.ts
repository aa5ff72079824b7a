import { expect, it } from 'vitest';
import { assertMayBring, mayBring } from '../../../src/domain/brought-file/brought-file-rules.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

const OFFICES = { managers: [MAX], marketers: [MIA] };

it('Leads and spend are marketing’s and the managers’, deals the managers’ alone', () => {
  const who = (noun: 'leads' | 'spend' | 'outcomes' | null) =>
    [ANA, MIA, MAX].filter((person) => mayBring(OFFICES, person, noun));
  expect(who(null)).toEqual([MIA, MAX]);
  expect(who('leads')).toEqual([MIA, MAX]);
  expect(who('spend')).toEqual([MIA, MAX]);
  expect(who('outcomes')).toEqual([MAX]);
});

it('Whoever may not reads whom to ask', () => {
  const refused = { code: 'files_not_yours', facts: { people: [MIA, MAX], ofDeals: false } };
  expect(() => assertMayBring(OFFICES, ANA, null)).toThrow(expect.objectContaining({ refusal: refused }));
});
