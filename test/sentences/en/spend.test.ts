import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDays } from '../../../src/reading/dates/days.ts';
import { daysToType, sayDays, sayRecorder, saySpread, sayWhatFor } from '../../../src/sentences/en/spend.ts';
import { PLAIN } from '../../../src/sentences/voice.ts';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

it.each([
  ['2026-11-01', '2026-11-30', 'November 2026'],
  ['2028-02-01', '2028-02-29', 'February 2028'],
  ['2026-02-01', '2026-02-27', '1–27 February 2026'],
  ['2026-11-15', '2026-11-15', '15 November 2026'],
  ['2026-11-15', '2026-12-03', '15 November to 3 December 2026'],
  ['2026-12-30', '2027-01-02', '30 December 2026 to 2 January 2027'],
])('%s to %s is “%s”', (from, to, said) => {
  expect(sayDays({ from, to })).toBe(said);
});

it('What a field begins with is read as the same days', () => {
  const day = fc
    .integer({ min: 0, max: 4000 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [from = '', to = ''] = [one, other].toSorted();
      expect(readDays(daysToType({ from, to }), '2026-11-27')).toEqual({ from, to });
    }),
    { numRuns: 500 },
  );
});

it('An amount says how it is spread, what for, and who told it', () => {
  expect(saySpread({ from: '2026-11-01', to: '2026-11-30', amount: EUR(120_000) })).toBe(
    'spread over 30 days, €40 a day',
  );
  expect(saySpread({ from: '2026-11-01', to: '2026-11-03', amount: EUR(100) })).toBe(
    'spread over 3 days, about €0.33 a day',
  );
  expect(saySpread({ from: '2026-11-01', to: '2026-11-01', amount: EUR(100) })).toBeNull();
  expect(sayWhatFor({ source: 'Meta', campaign: 'Spas', note: 'Fee' }, PLAIN)).toBe('Meta · Spas · “Fee”');
  expect(sayWhatFor({ source: null, campaign: null, note: 'Fee' }, PLAIN)).toBe('Fee');
  expect(sayWhatFor({ source: null, campaign: null, note: null }, PLAIN)).toBe('everything');
  expect(sayRecorder({ recordedBy: 'import', batchName: 'a.csv' }, PLAIN)).toBe('from a.csv');
  expect(sayRecorder({ recordedBy: 'import', batchName: null }, PLAIN)).toBe('from a file');
  expect(sayRecorder({ recordedBy: 'api', batchName: null }, PLAIN)).toBe('sent by a program');
  expect(sayRecorder({ recordedBy: 'U_MIA', batchName: null }, PLAIN)).toBe('entered by somebody');
});
