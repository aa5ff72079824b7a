import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

const TABLES = [
  ...[
    'source_change',
    'source_apart',
    'source_guess',
    'campaign_spelling',
    'campaign',
    'source_spelling',
    'source',
  ],
];

/** As a version of before has left it: leads and spend with the texts that they came with, and no rows of sources. */
async function asBefore(ctx: TestContext, leads: readonly [string, string | null][]): Promise<void> {
  await receiveLeads(
    ctx,
    leads.map((_, n) => ({ source: 'x', externalId: `id-${n}` })),
    { by: 'import', post: 'none' },
  );
  await ctx.db.transaction(async (tx) => {
    for (const [n, [source, campaign]] of leads.entries())
      await sql`update lead set source = ${source}, campaign = ${campaign} where external_id = ${`id-${n}`}`.execute(
        tx.sql,
      );
    for (const table of TABLES) await sql`drop table ${sql.table(table)}`.execute(tx.sql);
    await sql`delete from kysely_migration where name = '20261127T1620-sources'`.execute(tx.sql);
  });
}

async function spend(ctx: TestContext, source: string | null, campaign: string | null, minor: number) {
  const days = { from: '2026-11-01', to: '2026-11-30' };
  const amount = { minor, currency: 'EUR' };
  await recordSpend(ctx, { by: 'api', spend: [{ side: 'marketing', source, campaign, ...days, amount }] });
}

for (const dialect of DIALECTS)
  describe(`a database of before gets rows for its sources, on ${dialect}`, () => {
    it('one for each name however it is spelled, called as most leads spell it', async () => {
      const ctx = await testContext(dialect);
      await spend(ctx, 'x', null, 100);
      await asBefore(ctx, [
        ['Cafe\u0301 Expo', null],
        ['Café Expo', 'Hotels'],
        ['Café Expo', 'Hotels'],
        ['café expo', 'HOTELS'],
        ['google ads', '20999888777'],
        ['', 'Hotels'],
      ]);
      await ctx.db.migrate();
      const rows = await ctx.db.transaction(async (tx) => ({
        sources: await tx.sql.selectFrom('source').select('name').orderBy('name').execute(),
        campaigns: await tx.sql.selectFrom('campaign').select(['sourceKey', 'name', 'isNamed']).execute(),
      }));
      expect(rows.sources.map(({ name }) => name)).toEqual(['Café Expo', 'google ads', 'x']);
      expect(rows.campaigns.map((row) => Object.values(row).join()).sort()).toEqual([
        ',Hotels,1',
        'caféexpo,Hotels,1',
        'googleads,20999888777,0',
      ]);
      const { rows: lines, total } = await loadReport(ctx, {
        ...{ from: '2026-11-01', to: '2026-11-30', by: 'source' },
      });
      expect(lines.map(({ key, leads }) => [key, leads])).toEqual(
        expect.arrayContaining([
          ['Café Expo', 4],
          ['google ads', 1],
          [null, 1],
        ]),
      );
      expect([total.leads, total.spend]).toEqual([6, 1]);
    });

    it('and a lead that an older process writes afterwards is shown and known', async () => {
      const ctx = await testContext(dialect);
      await receiveLeads(ctx, [{ source: 'Webinar', externalId: '1', campaign: 'Hotels' }], {
        ...{ by: 'api', post: 'none' },
      });
      await ctx.db.transaction(async (tx) => {
        await sql`update lead set source = 'WEBINAR', campaign = 'hotels' where external_id = '1'`.execute(
          tx.sql,
        );
      });
      const { rows } = await loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by: 'campaign' });
      expect(rows.map(({ key }) => key)).toEqual(['Hotels']);
      const again = [{ source: 'webinar', externalId: '1' }];
      expect(await receiveLeads(ctx, again, { by: 'api', post: 'none' })).toMatchObject([
        { duplicate: true },
      ]);
    });
  });
