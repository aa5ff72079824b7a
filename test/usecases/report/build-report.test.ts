import { describe, expect, it } from 'vitest';
import type { LeadFacts, LeadId } from '../../../src/domain/lead/lead.ts';
import type { LeadState } from '../../../src/domain/lead/lead-state.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { berlin } from '../../support/berlin.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { saying } from '../../support/refused.ts';

const NOON = berlin('2026-11-20T12:00');

const BERLIN = { startAt: NOON, firstStart: { timezone: 'Europe/Berlin' } };

/** The words that name a row, and with them the order of equal ones, come later. */
const mostFirst = <Row extends { leads: number }>(rows: readonly Row[]) =>
  rows.toSorted((one, other) => other.leads - one.leads);

for (const dialect of DIALECTS) {
  describe(`the report on ${dialect}`, () => {
    it('counts the leads of its days in the team’s zone, both days included', async () => {
      const ctx = await testContext(dialect, BERLIN);
      await receive(
        ctx,
        { source: 'too early', receivedAt: berlin('2026-11-01T00:00') - 1 },
        { source: 'first', receivedAt: berlin('2026-11-01T00:00') },
        { source: 'last', receivedAt: berlin('2026-12-01T00:00') - 1 },
        { source: 'too late', receivedAt: berlin('2026-12-01T00:00') },
      );
      expect((await november(ctx)).rows.map((row) => row.key)).toEqual(['first', 'last']);
    });

    it('knows what became of a lead', async () => {
      const ctx = await testContext(dialect, BERLIN);
      const ids = await receive(ctx, {}, {}, {}, {}, {}, {}, { source: null });
      await change(ctx, ids[0], { state: 'claimed', claimedAt: NOON });
      await change(ctx, ids[1], { state: 'qualified', claimedAt: NOON });
      await change(ctx, ids[2], { state: 'rejected', rejectReason: 'no_need' });
      await change(ctx, ids[3], { state: 'resting', rejectReason: 'no_budget' });
      await recordOutcomes(ctx, 'import', [
        { externalId: '4', outcome: 'won', value: '12.50', at: berlin('2026-11-23T08:00') },
        { externalId: '5', outcome: 'lost' },
      ]);
      const { rows, total } = await november(ctx);
      expect(mostFirst(rows)).toMatchObject([
        {
          ...{ key: 'Webinar', leads: 6, claimed: 2, qualified: 3, rejected: 2, won: 1, lost: 1, open: 2 },
          ...{ value: 12.5, conversion: 1 / 6, medianDaysToWon: 3 },
        },
        { key: null, leads: 1, open: 1, conversion: 0, medianDaysToWon: null },
      ]);
      expect(total).toMatchObject({ leads: 7, claimed: 2, qualified: 3, won: 1 });
    });

    it('has a line for each month and week in which something was, and they add up to the whole', async () => {
      const ctx = await testContext(dialect, BERLIN);
      const days = ['2026-09-30T23:59', '2026-10-01T00:00', '2026-11-01T12:00', '2026-11-02T00:00'];
      const ids = await receive(ctx, ...days.map((day) => ({ receivedAt: berlin(day) })));
      const outcome = {
        leadId: ids[2] as LeadId,
        outcome: 'won',
        value: 10,
        at: berlin('2026-11-05T12:00'),
      } as const;
      await recordOutcomes(ctx, 'import', [outcome]);
      const amount = { minor: 3_100, currency: 'EUR' };
      const cost = { side: 'marketing', source: 'Webinar', campaign: null, amount } as const;
      await recordSpend(ctx, { by: 'api', spend: [{ ...cost, from: '2026-10-02', to: '2026-11-01' }] });
      const ask = (by: 'month' | 'week') => loadReport(ctx, { from: '2026-09-01', to: '2026-11-30', by });
      const said = ({ rows }: Awaited<ReturnType<typeof ask>>) =>
        rows.map(({ key, leads, won, value, spend }) => [key, leads, won, value, spend]).toSorted();
      const months = await ask('month');
      expect(said(months)).toEqual([
        ['2026-09', 1, 0, 0, null],
        ['2026-10', 1, 0, 0, 30],
        ['2026-11', 2, 1, 10, 1],
      ]);
      expect(months.total).toMatchObject({ leads: 4, won: 1, value: 10, spend: 31 });
      const weeks = await ask('week');
      expect(said(weeks)).toEqual([
        ['2026-W40', 2, 0, 0, 3],
        ['2026-W41', 0, 0, 0, 7],
        ['2026-W42', 0, 0, 0, 7],
        ['2026-W43', 0, 0, 0, 7],
        ['2026-W44', 1, 1, 10, 7],
        ['2026-W45', 1, 0, 0, null],
      ]);
      expect(weeks.total).toEqual(months.total);
    });

    it('has one line for a segment, however its leads write it', async () => {
      const ctx = await testContext(dialect, BERLIN);
      const told = ['EMEA', 'emea ', 'ＥＭＥＡ', 'EMEA', 'Cafe\u0301', 'Café', null];
      const ids = await receive(ctx, ...told.map((segment) => ({ segment })));
      await change(ctx, ids[1], { state: 'won' });
      const { rows, total } = await loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by: 'segment' });
      expect(
        mostFirst(rows).map(({ key, leads, won }) => [key?.normalize('NFC') ?? null, leads, won]),
      ).toEqual([...[['EMEA', 4, 1] as const, ['Café', 2, 0] as const, [null, 1, 0] as const]]);
      expect(total).toMatchObject({ leads: 7, won: 1 });
    });

    it('leaves out tests, spam and what was merged, and says how many', async () => {
      const ctx = await testContext(dialect, BERLIN);
      const ids = await receive(ctx, {}, { isTest: true }, {}, { isTest: true }, {});
      await change(ctx, ids[2], { state: 'rejected', rejectReason: 'spam' });
      await change(ctx, ids[3], { state: 'rejected', rejectReason: 'spam' });
      await change(ctx, ids[4], { state: 'merged' });
      const { total, excluded } = await november(ctx);
      expect(total.leads).toBe(1);
      expect(excluded).toEqual({ tests: 2, notCounted: 2 });
    });

    it('counts whole days between arrival and won on the team’s clock', async () => {
      const ctx = await testContext(dialect, BERLIN);
      // Two hours apart, but midnight lies between them in Berlin and not in UTC.
      await receive(
        ctx,
        { receivedAt: berlin('2026-11-20T23:30') },
        { receivedAt: berlin('2026-11-20T00:10') },
      );
      await recordOutcomes(ctx, 'import', [
        { externalId: '0', outcome: 'won', at: berlin('2026-11-21T01:30') },
        { externalId: '1', outcome: 'won', at: berlin('2026-11-19T23:50') },
      ]);
      const { total, anomalies } = await november(ctx);
      expect(total.medianDaysToWon).toBe(0);
      expect(anomalies).toMatchObject([{ externalId: '1', arrivedOn: '2026-11-20', wonOn: '2026-11-19' }]);
    });

    it('sets spend beside the leads of the same campaign, once however often it is recorded', async () => {
      const ctx = await testContext(dialect, BERLIN);
      await receive(ctx, { campaign: 'Hotels' }, { campaign: 'Hotels' }, { campaign: null });
      const spend = {
        ...{
          side: 'marketing' as const,
          source: null,
          campaign: 'Hotels',
          from: '2026-10-31',
          to: '2026-11-01',
        },
        ...{ amount: { minor: 5001, currency: 'EUR' } },
      };
      await recordSpend(ctx, { by: 'api', spend: [spend] });
      expect(await recordSpend(ctx, { by: 'api', spend: [spend] })).toMatchObject([{ isUnchanged: true }]);
      const { rows, total } = await november(ctx, 'campaign');
      expect(mostFirst(rows)).toMatchObject([
        { key: 'Hotels', leads: 2, spend: 25, costPerLead: 12.5 },
        { key: null, leads: 1, spend: null },
      ]);
      expect(total.spend).toBe(25);
    });
  });
}

describe('the question', () => {
  it.each([
    ['2026-02-30', '2026-03-01', '2026-02-30 is not a day'],
    ['today', '2026-03-01', 'today is not a day'],
    ['2026-03-02', '2026-03-01', 'ends (2026-03-01) before it begins'],
  ])('from %s to %s is refused', async (from, to, words) => {
    const ctx = await testContext('sqlite', BERLIN);
    expect(() => loadReport(ctx, { from, to, by: 'source' })).toThrow(saying(words));
  });
});

async function receive(ctx: TestContext, ...leads: Partial<LeadFacts>[]): Promise<LeadId[]> {
  const inputs = leads.map((lead, n) => ({
    source: 'Webinar',
    externalId: `${n}`,
    receivedAt: NOON,
    ...lead,
  }));
  return (await receiveLeads(ctx, inputs, { by: 'api', post: 'none' })).map((lead) => lead.id);
}

function change(
  ctx: TestContext,
  id: LeadId | undefined,
  to: { state: LeadState; rejectReason?: string; claimedAt?: number },
) {
  return ctx.db.transaction((tx) => tx.sql.updateTable('lead').set(to).where('id', '=', id!).execute());
}

function november(ctx: TestContext, by: 'source' | 'campaign' | 'segment' | 'owner' = 'source') {
  return loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by });
}
