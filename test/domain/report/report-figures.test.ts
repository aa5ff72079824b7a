import { expect, it } from 'vitest';
import { figures, NOBODY, sumOf, type Win } from '../../../src/domain/report/report-figures.ts';

const WIN: Win = {
  ...{ key: 'Webinar', leadId: 'lead_1', externalId: null, value: { minor: 1_000_00, currency: 'EUR' } },
  ...{ arrivedOn: '2026-11-01', wonOn: '2026-11-11', days: 10 },
};

it('A line tells what is open, and what each lead cost', () => {
  const counts = { ...NOBODY, leads: 3, qualified: 2, rejected: 1, won: 1 };
  expect(figures(counts, [WIN], { spentMinor: 100_00, currency: 'EUR' })).toMatchObject({
    ...{ open: 1, value: 1000, spend: 100, costPerLead: 33.3333, costPerQualified: 50, costPerWon: 100 },
    ...{ conversion: 1 / 3, medianDaysToWon: 10 },
  });
});

it('What cannot be computed is null, and money of another currency is not added', () => {
  const dollars = { ...WIN, value: { minor: 5, currency: 'USD' } };
  expect(figures(NOBODY, [dollars], { spentMinor: null, currency: 'EUR' })).toMatchObject({
    ...{ value: 0, spend: null, costPerLead: null, conversion: null },
  });
});

it('Lines add up', () => {
  expect(
    sumOf([
      { ...NOBODY, leads: 2, won: 1 },
      { ...NOBODY, key: 'Fair', leads: 3 },
    ]),
  ).toEqual({ ...NOBODY, leads: 5, won: 1 });
});
