import { expect, it } from 'vitest';
import { isManager, isMarketer } from '../../../src/domain/team/settings.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

it('While nobody is named, anybody manages and speaks for marketing', () => {
  expect([isManager({ managers: [] }, ANA), isMarketer({ marketers: [] }, ANA)]).toEqual([true, true]);
  expect([isManager({ managers: [MAX] }, ANA), isMarketer({ marketers: [MIA] }, ANA)]).toEqual([
    false,
    false,
  ]);
  expect([isManager({ managers: [MAX] }, MAX), isMarketer({ marketers: [MIA] }, MIA)]).toEqual([true, true]);
});
