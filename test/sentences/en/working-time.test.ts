import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkingTime } from '../../../src/domain/time/read-working-time.ts';
import { workingTime } from '../../../src/domain/time/working-time.ts';
import { sayWorkingTime, workingTimeText } from '../../../src/sentences/en/working-time.ts';

const HOURS = { from: '09:00', to: '18:00' };

describe('a working time', () => {
  it('reads back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 * 540 }), (minutes) => {
        expect(readWorkingTime(workingTimeText(minutes, HOURS), HOURS)).toBe(minutes);
      }),
    );
  });

  it.each([
    [1, '1 working minute'],
    [14.6, '15 working minutes'],
    [60, '1 working hour'],
    [130, '2 h 10 min of working time'],
    [540, '1 working day'],
    [720, '12 working hours'],
    [1080, '2 working days'],
    [1350, '2.5 working days'],
  ])('of %d minutes is said as people think of it', (minutes, words) => {
    expect(sayWorkingTime(workingTime(minutes, HOURS))).toBe(words);
  });

  it('of an earlier version is said in its words', () => {
    expect(sayWorkingTime({ code: 'in_words', text: '2 working days' })).toBe('2 working days');
  });
});
