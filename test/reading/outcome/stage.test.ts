import { expect, it } from 'vitest';
import { readStage } from '../../../src/reading/outcome/stage.ts';

it.each([
  ['Closed Won', 'won'],
  ['closedwon', 'won'],
  ['  CLOSED-WON ', 'won'],
  ['Gewonnen', 'won'],
  ['Cerrado ganado', 'won'],
  ['受注', 'won'],
  ['Closed Lost', 'lost'],
  ['perdue', 'lost'],
  ['失注', 'lost'],
  ['Appointment Scheduled', 'open'],
  ['decisionmakerboughtin', 'open'],
  ['Negotiation/Review', 'open'],
])('reads %s as %s', (text, stage) => {
  expect(readStage(text)).toBe(stage);
});

it.each(['', 'Verbal OK', '1234567', 'wonderful'])('does not guess what %j is', (text) => {
  expect(readStage(text)).toBeNull();
});

it('takes somebody’s word before its own', () => {
  expect(readStage('Qualified', { qualified: 'won' })).toBe('won');
});
