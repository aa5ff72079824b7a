import { expect, it } from 'vitest';
import { readHours } from '../../../src/domain/time/read-hours.ts';

const SIESTA = { from: '09:00', to: '14:00', more: [{ from: '16:30', to: '20:00' }] };

it.each([
  ['08:00 to 16:30', { from: '08:00', to: '16:30' }],
  ['8-16', { from: '08:00', to: '16:00' }],
  ['8.30 – 17', { from: '08:30', to: '17:00' }],
  ['0800-1630', { from: '08:00', to: '16:30' }],
  ['8am to 4:30pm', { from: '08:00', to: '16:30' }],
  ['12pm to 12am', { from: '12:00', to: '00:00' }],
  ['22:00 until 06:00', { from: '22:00', to: '06:00' }],
  ['9:00 to 24:00', { from: '09:00', to: '24:00' }],
  ['Sun-Thu 08:00 to 16:30', { days: [1, 2, 3, 4, 7], from: '08:00', to: '16:30' }],
  ['Sunday to Thursday, from 8 to 16', { days: [1, 2, 3, 4, 7], from: '08:00', to: '16:00' }],
  ['mon, wed and fri: 9-17', { days: [1, 3, 5], from: '09:00', to: '17:00' }],
  ['9-14, 16:30-20', SIESTA],
  ['09:00–14:00 / 16:30–20:00', SIESTA],
  ['Mon-Fri 9am to 2pm and from 4:30pm to 8pm', { days: [1, 2, 3, 4, 5], ...SIESTA }],
  ['mon, tue: 9-14 then 16:30-20', { days: [1, 2], ...SIESTA }],
  [
    '22:00 to 06:00 and 14:00 to 17:00',
    { from: '22:00', to: '06:00', more: [{ from: '14:00', to: '17:00' }] },
  ],
  ['Tuesdays & Thursdays', { days: [2, 4] }],
  ['sat sun', { days: [6, 7] }],
  ['Thurs', { days: [4] }],
])('reads %s', (typed, hours) => {
  expect(readHours(typed)).toEqual(hours);
});

it.each([
  '',
  'soon',
  'S 9-17',
  'Mon-Funday 9-17',
  'Mo-Fr von 9 bis 17',
  '9 to 25',
  '9:75 to 17',
  '24:00 to 06:00',
  '13pm to 5pm',
  '9',
  'Mon 9-17, Mon-Tue 10-18',
  'Mon 9-17, Tue',
  '9-14, 16:30',
  '9-14-20',
  '9-14, 25-26',
])('does not guess %s', (typed) => {
  expect(readHours(typed)).toBeNull();
});

it.each([
  'Mon-Thu 9-17, Fri 9-13',
  'Fri 9-13 and Mon to Thu 9-17',
  'monday to thursday from 9am to 5pm; friday 9am-1pm',
  'Mo Tu We Th 9-17 Fr 9-13',
])('reads %s as a short Friday', (typed) => {
  expect(readHours(typed)).toEqual({
    ...{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    otherDays: [{ days: [5], shifts: [{ from: '09:00', to: '13:00' }] }],
  });
});
