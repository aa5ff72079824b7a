import { expect, it } from 'vitest';
import { flaggedStage } from '../../../src/reading/outcome/closed-flags.ts';

it.each([
  ['true', 'true', 'won'],
  ['1', '1', 'won'],
  ['WAHR', '', 'won'],
  ['FALSE', 'TRUE', 'lost'],
  ['0', '1', 'lost'],
  ['non', 'oui', 'lost'],
  ['0', '0', 'open'],
  ['', 'Nein', 'open'],
  // One alone does not say it, and a day is no answer.
  ['false', '', null],
  ['', 'true', null],
  ['2026-11-12', '', null],
  ['', '', null],
])('won: “%s”, over: “%s” is %s', (isWon, isClosed, stage) => {
  expect(flaggedStage({ isWon, isClosed })).toBe(stage);
});
