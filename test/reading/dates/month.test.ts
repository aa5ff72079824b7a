import { expect, it } from 'vitest';
import { readMonth } from '../../../src/reading/dates/month.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

it.each([
  ...['2026-11', '2026/11', '11/2026', '11.2026', 'Nov 2026', 'November 2026', 'Nov-2026', '2026 Nov'],
  ...['novembre 2026', 'noviembre de 2026', 'listopad 2026', '2026年11月', ' Nov. 2026 '],
])('%s is a whole month', (text) => {
  expect(readMonth(text)).toEqual(NOVEMBER);
});

it('The second month of a leap year is a day longer', () => {
  expect(readMonth('02/2028')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

it.each([
  '2026-13',
  '0/2026',
  '2026',
  'Nov',
  '2026-11-01',
  '1 Nov 2026',
  'Nov 26',
  'Total 2026',
  '1/2 2026',
  '',
])('%s is none', (text) => {
  expect(readMonth(text)).toBeNull();
});
