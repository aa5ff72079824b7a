import type { ReportBy } from '../../src/domain/report/report-keys.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { listSourcesAndCampaigns } from '../../src/usecases/source/list-sources.ts';
import type { TestContext } from './context.ts';

let count = 0;

/** A lead of somebody else each time. */
export async function leadFrom(ctx: TestContext, source: string, campaign: string | null = null) {
  const n = ++count;
  const [received] = await receiveLeads(
    ctx,
    [{ source, campaign, externalId: `id-${n}`, name: `Person ${n}`, email: `p${n}@firm${n}.example` }],
    { by: 'api', post: 'none' },
  );
  return received!.id;
}

export async function spendOn(
  ctx: TestContext,
  source: string | null,
  campaign: string | null,
  minor: number,
) {
  const days = { from: '2026-11-01', to: '2026-11-30' };
  const amount = { minor, currency: 'EUR' };
  await recordSpend(ctx, { by: 'api', spend: [{ side: 'marketing', source, campaign, ...days, amount }] });
}

/** Key, leads and spend of each line of November. */
export async function linesBy(ctx: TestContext, by: ReportBy) {
  const { rows } = await loadReport(ctx, { from: '2026-11-01', to: '2026-11-30', by });
  return rows.map(({ key, leads, spend }) => [key, leads, spend]).sort();
}

export async function idsOf(ctx: TestContext, ...names: string[]) {
  const { sources } = await listSourcesAndCampaigns(ctx, 'tango');
  return names.map((name) => sources.find((source) => source.name === name)!.id);
}

export async function campaignIdsOf(ctx: TestContext, ...names: string[]) {
  const { campaigns } = await listSourcesAndCampaigns(ctx, 'tango');
  return names.map((name) => campaigns.find((campaign) => campaign.name === name)!.id);
}

export async function lastChange(ctx: TestContext): Promise<string> {
  return (await listSourcesAndCampaigns(ctx, 'tango')).changes[0]!.id;
}

/** Every row of sources and campaigns, and what leads and spend are stored with. */
export function allRows(ctx: TestContext) {
  return ctx.db.transaction(async (tx) => ({
    sources: await tx.sql.selectFrom('source').selectAll().orderBy('id').execute(),
    spellings: await tx.sql.selectFrom('sourceSpelling').selectAll().orderBy('key').execute(),
    campaigns: await tx.sql.selectFrom('campaign').selectAll().orderBy('id').execute(),
    ofCampaigns: await tx.sql
      .selectFrom('campaignSpelling')
      .selectAll()
      .orderBy('sourceKey')
      .orderBy('key')
      .execute(),
    guesses: await tx.sql.selectFrom('sourceGuess').selectAll().orderBy('key').execute(),
    leads: await tx.sql.selectFrom('lead').selectAll().orderBy('id').execute(),
    spend: await tx.sql.selectFrom('spend').selectAll().orderBy('id').execute(),
  }));
}
