import { describe, expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { importOutcomes } from '../../../src/intake/csv/import-outcomes.ts';
import type { TestContext } from '../../support/context.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request, sharedCase } from '../../support/csv.ts';
import { DIALECTS } from '../../support/databases.ts';

async function contextWithLeads(dialect: (typeof DIALECTS)[number]): Promise<TestContext> {
  const ctx = await testContext(dialect);
  const file = csvFile('source,id,date\nWebinar,7,2026-11-10\nWebinar,8,2026-11-10\n,9,2026-11-10\n');
  await importLeads(ctx, request(file), 'none');
  return ctx;
}

function states(ctx: TestContext) {
  return ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('lead')
      .select(['externalId', 'state', 'closedAt', 'valueMinor', 'currency'])
      .orderBy('externalId')
      .execute(),
  );
}

for (const dialect of DIALECTS) {
  describe(`outcomes from a file, on ${dialect}`, () => {
    it('are recorded with value and date, once', async () => {
      const ctx = await contextWithLeads(dialect);
      const file = csvFile(
        'lead_id,outcome,value,currency,close_date\n7,Won,"1,200.50",,2026-11-12\n8,lost,,,2026-11-13\n',
      );
      expect(await importOutcomes(ctx, request(file))).toMatchObject({ taken: 2, unchanged: 0, refused: [] });
      expect(await importOutcomes(ctx, request(file))).toMatchObject({ taken: 0, unchanged: 2, refused: [] });
      expect(await states(ctx)).toMatchObject([
        {
          state: 'won',
          valueMinor: 120050,
          currency: 'EUR',
          closedAt: Date.parse('2026-11-12T00:00:00+01:00'),
        },
        { state: 'lost', valueMinor: null },
        { state: 'new' },
      ]);
    });

    it('of leads that are not there are refused by line, and the others recorded', async () => {
      const ctx = await contextWithLeads(dialect);
      const file = csvFile('id,won_date,revenue\n7,2026-11-12,5\n77,2026-11-12,5\n8,,5\n9,2026-11-12,0.0\n');
      expect(await importOutcomes(ctx, request(file))).toMatchObject({
        taken: 2,
        refused: [
          { line: 3, reason: 'There is no lead with the external id 77' },
          { line: 4, reason: 'won_date: is blank, so the row does not say that the deal was won' },
        ],
      });
    });
  });
}

it('Deals that are brought before their leads are counted apart from rows that are wrong in themselves', async () => {
  const ctx = await contextWithLeads('sqlite');
  const deals =
    'id,email,outcome,close_date\n71,,won,2026-11-12\n,ada@a.example,lost,2026-11-12\n7,,won,2026-11-12\n7,,perhaps,\n';
  const report = await importOutcomes(ctx, request(csvFile(deals), { dryRun: true }));
  expect(report).toMatchObject({ rows: 4, taken: 1, withoutLead: 2 });
  expect(report.refused.map(({ line }) => line)).toEqual([2, 3, 5]);
  expect(await importOutcomes(ctx, request(csvFile(deals)))).toMatchObject({ taken: 1, withoutLead: 2 });
});

it.each(['labels', 'internal'])('shared/cases/08: a pipeline with its %s for stages', async (written) => {
  const [leads, deals] = ['leads', `deals-${written}`].map((name) =>
    sharedCase(`08-deal-stages/${name}.csv`),
  );
  if (!leads || !deals) return;
  const ctx = await testContext('sqlite');
  await importLeads(ctx, request(leads), 'none');
  const report = await importOutcomes(ctx, request(deals));
  expect(report).toMatchObject({ rows: 2, taken: 2, open: 1, refused: [] });
  const at = Date.parse('2025-11-20T00:00:00+01:00');
  expect(await states(ctx)).toMatchObject([
    { externalId: '1', state: 'won', closedAt: at, valueMinor: written === 'labels' ? 120_000 : null },
    { externalId: '2', state: 'lost', closedAt: at },
    { externalId: '3', state: 'new', closedAt: null },
  ]);
});

it('A stage of somebody’s own is asked for by name, and is what they say', async () => {
  const ctx = await contextWithLeads('sqlite');
  const file = csvFile('id,stage\n7,Verbal OK\n8,Parked\n9,Gewonnen\n');
  expect(await importOutcomes(ctx, request(file))).toMatchObject({
    taken: 1,
    refused: [
      {
        line: 2,
        reason:
          'stage: "Verbal OK" is a stage that is not known: say --stage "Verbal OK=won", or =lost, or =open',
      },
      { line: 3 },
    ],
  });
  const stages = { verbalok: 'won', parked: 'open' } as const;
  expect(await importOutcomes(ctx, { ...request(file), stages })).toMatchObject({
    ...{ taken: 1, unchanged: 1, open: 1, refused: [] },
  });
});

it('A deal whose id is of one lead and whose address of another is refused; an address that nobody knows is another of theirs', async () => {
  const ctx = await testContext('sqlite');
  const leads = csvFile('source,id,email\nWeb,1,dana@harbour.example\nWeb,2,rui@cove.example\n');
  await importLeads(ctx, request(leads), 'none');
  const deals = csvFile('id,email,status\n1,rui@cove.example,won\n2,billing@cove.example,lost\n');
  expect(await importOutcomes(ctx, request(deals))).toMatchObject({
    taken: 1,
    refused: [{ line: 2, reason: 'The id 1 is of one lead here and the e-mail address of another' }],
  });
});

it('A deal without an id of ours is of the person, else of the company’s only lead', async () => {
  const ctx = await testContext('sqlite');
  const leads = csvFile(
    'source,id,email\nWeb,1,dana@harbour.example\nWeb,2,rui@cove.example\nWeb,3,ana@pier.example\nWeb,4,bo@pier.example\n',
  );
  await importLeads(ctx, request(leads), 'none');
  const deals = csvFile(
    'id,email,website,status\n,DANA+x@harbour.example,,won\n99,someone@cove.example,,lost\n,,https://www.pier.example/,won\n,nobody@else.example,,won\n',
  );
  expect(await importOutcomes(ctx, request(deals))).toMatchObject({
    taken: 2,
    refused: [4, 5].map((line) => ({
      line,
      reason: 'There is no lead of this person, and not exactly one of this company',
    })),
  });
  expect((await states(ctx)).map(({ state }) => state)).toEqual(['won', 'lost', 'new', 'new']);
});
