import { expect, it } from 'vitest';
import { workingTime } from '../../../src/domain/time/working-time.ts';

it.each([
  [15, { minutes: 15 }],
  [540, { days: 1 }],
  [600, { minutes: 600 }],
  [1350, { days: 2.5 }],
])('%i minutes of nine to six are %j', (minutes, length) => {
  expect(workingTime(minutes, { from: '09:00', to: '18:00' })).toEqual(length);
});
