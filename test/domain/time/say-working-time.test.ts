import { expect, it } from 'vitest';
import { sayWorkingTime } from '../../../src/domain/time/say-working-time.ts';

it.each([
  [1, '1 working minute'],
  [15, '15 working minutes'],
  [240, '4 working hours'],
  [130, '2 h 10 min of working time'],
  [540, '1 working day'],
  [660, '11 working hours'],
  [1350, '2.5 working days'],
])('%i minutes of nine to six are %s', (minutes, words) => {
  expect(sayWorkingTime(minutes, { from: '09:00', to: '18:00' })).toBe(words);
});
