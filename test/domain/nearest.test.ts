import { expect, it } from 'vitest';
import { nearest } from '../../src/domain/nearest.ts';

const KNOWN = ['settings', 'leave', 'hours', 'region', 'routing'];

it.each([
  ['setings', ['settings']],
  ['Settnigs', ['settings']],
  ['rout', ['routing']],
  ['hour', ['hours']],
  ['leeve', ['leave']],
  ['pizza', []],
])('%s is near %j', (typed, near) => expect(nearest(typed, KNOWN)).toEqual(near));
