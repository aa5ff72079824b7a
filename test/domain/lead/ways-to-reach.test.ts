import { expect, it } from 'vitest';
import { assertReach, waysToReach } from '../../../src/domain/lead/ways-to-reach.ts';
import { refused } from '../../support/refused.ts';

it.each([
  ['dana@harbour.example, +44 20 7946 0018', 'dana@harbour.example', '+44 20 7946 0018'],
  ['<dana@harbour.example>.', 'dana@harbour.example', null],
  ['030/5550143', null, '030/5550143'],
  ['on 2026-11-21 for 12000', null, null],
  ['later', null, null],
])('“%s” holds %s and %s', (text, email, phone) => {
  expect(waysToReach(text)).toEqual({ email, phone });
});

it('The field for it must hold one of them', () => {
  expect(assertReach('dana@harbour.example').phone).toBeNull();
  expect(() => assertReach('the tall one')).toThrow(refused('reach_needed'));
});
