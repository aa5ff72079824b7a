import { expect, it } from 'vitest';
import { isPerson } from '../../../src/domain/team/actor.ts';
import { ANA } from '../../support/people.ts';

it('Tango and its doors are no person', () => {
  expect([ANA, 'tango', 'api', 'import'].map((actor) => isPerson(actor as typeof ANA))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
