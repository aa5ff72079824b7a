import { describe, expect, it } from 'vitest';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { importOutcomes } from '../../../src/intake/csv/import-outcomes.ts';
import type { TestContext } from '../../support/context.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';
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
          { line: 4, reason: 'at: is blank, so the row does not say that the deal was won' },
        ],
      });
    });
  });
}
