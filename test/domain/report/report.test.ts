import { describe, expect, it } from 'vitest';
import type { Spend } from '../../../src/domain/money/spend.ts';
import { buildReport, type ReportFacts, type ReportQuestion } from '../../../src/domain/report/report.ts';
import type { LeadCounts, Win } from '../../../src/domain/report/report-figures.ts';

const QUESTION: ReportQuestion = { from: '2026-11-01', to: '2026-11-30', by: 'source', currency: 'EUR' };

describe('a line of the report', () => {
  it('holds every lead once in rejected, won, lost and open', () => {
    const [row] = build({ counts: [counts('Webinar')] }).rows;
    expect(row).toMatchObject({ leads: 10, rejected: 2, won: 2, lost: 1, open: 5 });
  });

  it('costs what both sides spent, per lead, per qualified and per won, to four digits', () => {
    const facts = { counts: [counts('Webinar', { leads: 7 })], spend: [spend({}), spend({ side: 'sales' })] };
    expect(build(facts).rows[0]).toMatchObject({
      ...{ spend: 2000, costPerLead: 285.7143, costPerQualified: 400, costPerWon: 1000 },
    });
  });

  it('has the median of its days to won: the middle one, or between the two in the middle', () => {
    const medianOf = (days: number[]) =>
      build({ counts: [counts('Webinar')], wins: days.map((n) => win('Webinar', n)) }).rows[0]
        ?.medianDaysToWon;
    expect(medianOf([30, 1, 2])).toBe(2);
    expect(medianOf([30, 1, 2, 5])).toBe(3.5);
    expect(medianOf([-2])).toBe(-2);
    expect(medianOf([])).toBeNull();
  });

  it('says null where nothing can be computed, never zero or infinity', () => {
    const nobody = counts('Webinar', { leads: 3, qualified: 0, won: 0 });
    expect(build({ counts: [nobody], spend: [spend({})] }).rows[0]).toMatchObject({
      costPerQualified: null,
      costPerWon: null,
    });
    expect(build({ counts: [nobody] }).rows[0]).toMatchObject({ spend: null, costPerLead: null });
    expect(build({}).total).toMatchObject({ leads: 0, conversion: null, spend: null, costPerLead: null });
  });
});

describe('money', () => {
  it('that was spent on a source without a lead is a line of its own', () => {
    expect(build({ spend: [spend({ source: 'Poster' })] }).rows).toMatchObject([
      { key: 'Poster', leads: 0, spend: 1000, costPerLead: null, conversion: null },
    ]);
  });

  it('that names no source is in the total alone, not with the leads that have none', () => {
    const report = build({ counts: [counts(null)], spend: [spend({ source: null })] });
    expect(report.rows).toMatchObject([{ key: null, spend: null }]);
    expect(report.total).toMatchObject({ spend: 1000, costPerLead: 100 });
    expect(report.unassignedSpend).toBe(1000);
  });

  it('is cut to the days asked for', () => {
    const report = build({ spend: [spend({})] }, { from: '2026-11-16', to: '2026-11-30' });
    expect(report.total.spend).toBe(499.95);
  });

  it('by segment or owner is in the total only: spend has neither', () => {
    const report = build({ counts: [counts('Hotels')], spend: [spend({})] }, { by: 'segment' });
    expect(report.rows[0]?.spend).toBeNull();
    expect(report.total.spend).toBe(1000);
  });

  it('is never added across currencies', () => {
    const yen = { ...win('Webinar', 3), value: { minor: 5000, currency: 'JPY' } };
    const report = build({
      counts: [counts('Webinar')],
      wins: [win('Webinar', 1), yen],
      spend: [spend({}), spend({ amount: { minor: 200, currency: 'USD' } })],
    });
    expect(report.total).toMatchObject({ value: 100, spend: 1000 });
    expect(report.otherCurrencies).toEqual([
      { currency: 'JPY', value: 5000, spend: 0 },
      { currency: 'USD', value: 0, spend: 2 },
    ]);
  });
});

describe('the whole report', () => {
  it('counts what was won before it arrived, and names it', () => {
    const report = build({ counts: [counts('Webinar')], wins: [win('Webinar', -2), win('Webinar', 4)] });
    expect(report.anomalies).toMatchObject([{ key: 'Webinar', leadId: 'lead_-2' }]);
    expect(report.total.value).toBe(200);
  });
});

function counts(key: string | null, changes: Partial<LeadCounts> = {}): LeadCounts {
  return { key, leads: 10, claimed: 8, qualified: 5, rejected: 2, won: 2, lost: 1, ...changes };
}

function win(key: string | null, days: number, euros: number | null = 100): Win {
  const value = euros === null ? null : { minor: euros * 100, currency: 'EUR' };
  return {
    key,
    leadId: `lead_${days}`,
    externalId: null,
    value,
    arrivedOn: '2026-11-10',
    wonOn: '2026-11-20',
    days,
  };
}

function spend(changes: Partial<Spend>): Spend {
  return {
    side: 'marketing',
    source: 'Webinar',
    campaign: null,
    from: '2026-11-01',
    to: '2026-11-30',
    amount: { minor: 100_000, currency: 'EUR' },
    ...changes,
  };
}

function build(facts: Partial<ReportFacts>, question: Partial<ReportQuestion> = {}) {
  const none = { counts: [], wins: [], spend: [], excluded: { tests: 0, notCounted: 0 } };
  return buildReport({ ...QUESTION, ...question }, { ...none, ...facts });
}
