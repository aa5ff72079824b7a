import { expect, it } from 'vitest';
import { buildReport } from '../../../src/domain/report/report.ts';
import { NOBODY } from '../../../src/domain/report/report-figures.ts';
import { namedReport } from '../../../src/sentences/en/report.ts';

const QUESTION = { from: '2026-11-01', to: '2026-11-30', by: 'campaign', currency: 'EUR' } as const;
const EARLY = { leadId: 'lead_1', externalId: null, arrivedOn: '2026-11-10', wonOn: '2026-11-09' };

function reportOf(leadsByKey: [key: string | null, leads: number][]) {
  const counts = leadsByKey.map(([key, leads]) => ({ ...NOBODY, key, leads }));
  const wins = [{ ...EARLY, key: null, value: null, days: -1 }];
  return namedReport(
    buildReport(QUESTION, { counts, wins, spend: [], excluded: { tests: 0, notCounted: 0 } }),
  );
}

it('The report has the most leads first, equals by name, and names what has no key', () => {
  const { rows, anomalies } = reportOf([
    ['b', 10],
    ['a', 10],
    [null, 10],
    ['!', 10],
    ['z', 40],
  ]);
  expect(rows.map(({ key }) => key)).toEqual(['z', '!', '(no campaign)', 'a', 'b']);
  expect(anomalies).toEqual([{ ...EARLY, key: '(no campaign)' }]);
});
