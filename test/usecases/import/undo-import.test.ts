import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/usecases/context.ts';
import { undoImport } from '../../../src/usecases/import/undo-import.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { bring, idOf, LEADS } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { race } from '../../support/race.ts';
import { refused } from '../../support/refused.ts';

/** Every figure there is, as text. */
async function figures(ctx: Context): Promise<string> {
  const by = ['source', 'campaign', 'segment', 'owner'] as const;
  const reports = by.map((each) => loadReport(ctx, { from: '2026-01-01', to: '2026-12-31', by: each }));
  return JSON.stringify(await Promise.all(reports), null, 1);
}

for (const dialect of DIALECTS) {
  describe(`an import, on ${dialect}`, () => {
    it('is taken back: every figure is as it was before, and the same file can come again', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS.replaceAll('Fair', 'Webinar'));
      await bring(ctx, 'spend', 'side,source,from,to,amount\nmarketing,Fair,2026-11-01,2026-11-10,700\n');
      const before = await figures(ctx);
      const leads = await bring(ctx, 'leads', LEADS);
      const spend = await bring(
        ctx,
        'spend',
        'side,source,from,to,amount\nmarketing,Fair,2026-11-01,2026-11-30,1200\n',
      );
      const deals = await bring(
        ctx,
        'outcomes',
        'id,source,outcome,value\n1,Webinar,won,900\n2,Fair,lost,\n',
      );
      const after = await figures(ctx);
      expect(after).not.toBe(before);
      expect(await undoImport(ctx, idOf(deals), MIA)).toMatchObject({ gone: 2, kept: 0 });
      expect(await undoImport(ctx, idOf(spend), MIA)).toMatchObject({ kept: 0 });
      await undoImport(ctx, idOf(leads), MIA);
      expect(await figures(ctx)).toBe(before);
      expect(await bring(ctx, 'leads', LEADS)).toMatchObject({ taken: 2, unchanged: 0 });
    });

    it('keeps what somebody has worked on, by name', async () => {
      const ctx = await testContext(dialect);
      const report = await bring(ctx, 'leads', LEADS);
      const [dana] = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('lead').select('id').orderBy('name').execute(),
      );
      await claimLead(ctx, { leadId: dana!.id, person: ANA });
      expect(await undoImport(ctx, idOf(report), MIA)).toMatchObject({
        ...{ gone: 1, kept: 1, named: [{ name: 'Dana', why: 'worked_on' }] },
        import: { state: 'undone', undoneBy: MIA },
      });
      await expect(undoImport(ctx, idOf(report), MIA)).rejects.toThrow(refused('import_undone'));
    });

    it('keeps what somebody claims at this very moment', async () => {
      const ctx = await testContext(dialect);
      const report = await bring(ctx, 'leads', LEADS);
      const [dana] = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('lead').select('id').orderBy('name').execute(),
      );
      const [, undone] = await race<unknown>(ctx.db, 'lead', [
        () => claimLead(ctx, { leadId: dana!.id, person: ANA }),
        () => undoImport(ctx, idOf(report), MIA),
      ]);
      expect(undone).toMatchObject({ status: 'fulfilled', value: { gone: 1, kept: 1 } });
    });

    it('keeps an outcome after which more has become of the lead', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      const first = await bring(ctx, 'outcomes', 'id,outcome,value\n1,won,900\n');
      await bring(ctx, 'outcomes', 'id,outcome\n1,lost\n');
      expect(await undoImport(ctx, idOf(first), MIA)).toMatchObject({
        gone: 0,
        named: [{ why: 'moved_on' }],
      });
    });
  });
}
