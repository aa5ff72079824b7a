import { expect, it } from 'vitest';
import { oneSegmentEach } from '../../../src/domain/report/one-segment.ts';
import { NOBODY } from '../../../src/domain/report/report-figures.ts';

const win = (key: string | null) => ({
  ...{ key, leadId: 'lead_1', externalId: null, value: null },
  ...{ arrivedOn: '2026-11-01', wonOn: '2026-11-02', days: 1 },
});

it('Leads and wins of one segment are in one line, whatever each calls it; those of none stay in theirs', () => {
  const counts = [
    { ...NOBODY, key: 'EMEA', leads: 2, won: 1 },
    { ...NOBODY, key: 'emea', leads: 1, won: 1, claimed: 1 },
    { ...NOBODY, key: null, leads: 4 },
  ];
  const folded = oneSegmentEach({ counts, wins: [win('EMEA'), win('emea'), win(null)] });
  expect(folded.counts).toEqual([
    { ...NOBODY, key: 'EMEA', leads: 3, won: 2, claimed: 1 },
    { ...NOBODY, key: null, leads: 4 },
  ]);
  expect(folded.wins.map(({ key }) => key)).toEqual(['EMEA', 'EMEA', null]);
});
