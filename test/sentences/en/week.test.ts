import { expect, it } from 'vitest';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { sayWeek, shortWeek } from '../../../src/sentences/en/week.ts';

const W47 = parseWeek('2026-W47');

it('A week is told by its days, with the year when it is another one', () => {
  expect(sayWeek(W47, W47)).toBe('Week 47 (16–22 Nov)');
  expect(sayWeek(parseWeek('2026-W49'), W47)).toBe('Week 49 (30 Nov–6 Dec)');
  expect(sayWeek(parseWeek('2026-W53'), parseWeek('2027-W01'))).toBe('Week 53 (28 Dec–3 Jan 2026)');
  expect(shortWeek(parseWeek('2026-W07'))).toBe('W7');
});
