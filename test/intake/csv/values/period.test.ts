import { expect, it } from 'vitest';
import { periodOf } from '../../../../src/intake/csv/values/period.ts';

const HALF = { from: '2026-11-01', to: '2026-11-15' };

it.each([
  'November 1, 2026 - November 15, 2026',
  '"November 1, 2026 - November 15, 2026"',
  'Date range: Nov 1, 2026 to Nov 15, 2026 (UTC)',
  'Campaign report Nov 1, 2026 – Nov 15, 2026',
  '1 Nov 2026 – 15 Nov 2026',
  '2026-11-01 - 2026-11-15',
  'Report 2026-11-01 - 2026-11-15,,,',
  '11/1/2026 - 11/15/2026',
  '1. November 2026 - 15. November 2026',
  '1. - 15. November 2026',
  'Kampagnenbericht vom 01.11.2026 bis 15.11.2026',
  'Zeitraum;01.11.2026 - 15.11.2026',
  '01.11.2026-15.11.2026',
  '1 de noviembre de 2026 – 15 de noviembre de 2026',
  'Del 1 al 15 de noviembre de 2026',
  '1–15 nov. 2026',
  'Du 1er au 15 novembre 2026',
  'Période : 1 novembre 2026 - 15 novembre 2026',
  'Dal 1 novembre 2026 al 15 novembre 2026',
  '1 de novembro de 2026 a 15 de novembro de 2026',
  '1 t/m 15 november 2026',
  'od 1 listopada 2026 do 15 listopada 2026',
  '2026年11月1日～2026年11月15日',
  '2026年11月1日 - 2026年11月15日',
  '2026/11/01 - 2026/11/15',
])('A report of “%s” is of those days', (title) => {
  expect(periodOf(['Campaign report', title])).toEqual(HALF);
});

it.each([
  ['November 2026', '2026-11-01', '2026-11-30'],
  ['novembre 2026', '2026-11-01', '2026-11-30'],
  ['Oct 2026 - Dec 2026', '2026-10-01', '2026-12-31'],
  ['15. Dezember 2026 bis 3. Januar 2027', '2026-12-15', '2027-01-03'],
])('“%s” is %s to %s', (title, from, to) => {
  expect(periodOf([title])).toEqual({ from, to });
});

it.each([
  [['Report Start: November 1, 2026, 12:00 AM', 'Report End: November 15, 2026, 11:59 PM']],
  [['Report Start: 11/1/2026', 'Report End: 11/15/2026']],
  [['Von: 01.11.2026', 'Bis: 15.11.2026']],
  [['Début;2026-11-01', 'Fin;2026-11-15']],
])('Two lines name the first and the last day: %j', (titles) => {
  expect(periodOf(titles)).toEqual(HALF);
});

it.each([
  'All time',
  'Gesamter Zeitraum',
  'Toute la période',
  '全期間',
  // Which of the two is the month nobody can tell.
  '01/11/2026 - 05/12/2026',
  'Generated 2026-11-16 09:00',
  'Stand: 16.11.2026, 10:30 - 11:00',
  'Budget 2025 - 2026',
  'Account 123-456-7890',
  'Rows: 2',
  '',
])('“%s” names no days: they are asked for', (title) => {
  expect(periodOf([title])).toBeNull();
});
