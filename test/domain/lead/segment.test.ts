import { expect, it } from 'vitest';
import { segmentNames } from '../../../src/domain/lead/segment.ts';

it('A segment is called as most of its leads call it', () => {
  const told = [
    { segment: 'emea ', leads: 1 },
    { segment: 'EMEA', leads: 3 },
    { segment: 'ＥＭＥＡ', leads: 2 },
    { segment: 'Hospitality, 200–500', leads: 1 },
    { segment: 'hospitality,  200-500', leads: 1 },
    { segment: '🏨', leads: 1 },
  ];
  const nameOf = segmentNames(told);
  expect(told.map(({ segment }) => nameOf(segment))).toEqual([
    ...['EMEA', 'EMEA', 'EMEA'],
    ...['Hospitality, 200–500', 'Hospitality, 200–500', '🏨'],
  ]);
  expect(nameOf('APAC')).toBe('APAC');
});

it('Accents, other letters and other numbers are other segments', () => {
  const nameOf = segmentNames(['Café', 'Cafe', '50', '5 0'].map((segment) => ({ segment, leads: 1 })));
  expect(new Set(['Café', 'Cafe', '50', '5 0'].map(nameOf)).size).toBe(4);
  expect(nameOf('Cafe\u0301')).toBe('Café');
});
