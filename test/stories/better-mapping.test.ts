/** Mia's file came in with a column unused: read better, it fills what was empty, and what Ana has in hands stays as it is. */
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { planImport } from '../../src/intake/csv/plan-import.ts';
import type { Context } from '../../src/usecases/context.ts';
import { importRecord } from '../../src/usecases/import/record-import.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { claimLead } from '../../src/usecases/lead/claim-lead.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { testContext } from '../support/context.ts';
import { csvFile, request } from '../support/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, MIA } from '../support/people.ts';

const WITH_IDS =
  'id,Name,Mail,Rufnr,Aktion,Tag\n1,Dana,dana@harbour.example,+49 30 111111,Spring,2026-10-10\n2,Rui,rui@cove.example,+49 30 222222,Spring,2026-10-11\n3,Noor,noor@granite.example,,Autumn,2026-10-12\n';
const WITHOUT_IDS = WITH_IDS.replaceAll(/^[^,]*,/gm, '');
const FIRST = { map: { email: 'Mail' }, set: { source: 'Fair' }, ignore: ['Rufnr', 'Aktion', 'Tag'] };
const BETTER = {
  map: { email: 'Mail', phone: 'Rufnr', campaign: 'Aktion', receivedAt: 'Tag' },
  set: { source: 'Fair' },
};

async function bring(ctx: Context, path: string, how: object) {
  const record = importRecord(ctx, { noun: 'leads', fileName: 'fair.csv', by: MIA });
  return importLeads(ctx, request(path, { ...how, record }), 'recent');
}

function leads(ctx: Context) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('lead').selectAll().orderBy('name').execute());
}

async function state(ctx: Context): Promise<string> {
  const by = ['source', 'campaign', 'segment', 'owner'] as const;
  const question = { from: '2026-01-01', to: '2026-12-31' };
  const reports = await Promise.all(by.map((each) => loadReport(ctx, { ...question, by: each })));
  const rows = (await leads(ctx)).map(({ version: _, ...row }) => row);
  return JSON.stringify({ reports, rows }, null, 1);
}

for (const dialect of DIALECTS)
  for (const [name, text] of Object.entries({ 'with ids': WITH_IDS, 'without ids': WITHOUT_IDS }))
    describe(`a better mapping, ${name}, on ${dialect}`, () => {
      it('fills what was empty, says so beforehand, makes no doubles, and is taken back as one', async () => {
        const ctx = await testContext(dialect);
        const path = csvFile(text);
        await bring(ctx, path, FIRST);
        const before = await state(ctx);
        const wish = {
          fileName: 'fair.csv',
          rules: { noun: 'leads', post: 'recent', overlap: 'ask' },
          counts: 'all',
        } as const;
        const unasked = await planImport(ctx, request(path, { ...BETTER, dryRun: true }), wish);
        expect(unasked.plan.counts).toMatchObject({
          ...{ taken: 0, updated: 0, unchanged: 3 },
          fills: { rows: 3, isAsked: false },
        });
        const told = await bring(ctx, path, BETTER);
        expect(told.fills).toEqual(unasked.plan.counts?.fills);
        expect(told).toMatchObject({ taken: 0, unchanged: 3 });
        expect(await state(ctx)).toBe(before);
        const asked = { ...BETTER, update: true };
        const { plan } = await planImport(ctx, request(path, { ...asked, dryRun: true }), wish);
        const fills = {
          ...{ rows: 3, workedOn: 0, isAsked: true },
          fields: [
            { field: 'campaign', rows: 3 },
            { field: 'receivedAt', rows: 3 },
            { field: 'phone', rows: 2 },
          ],
        };
        expect(plan.counts).toMatchObject({ taken: 0, updated: 3, unchanged: 0, refused: 0, fills });
        expect(await state(ctx)).toBe(before);

        const report = await bring(ctx, path, asked);
        expect(report).toMatchObject({ taken: 0, updated: 3, unchanged: 0, fills });
        expect(await leads(ctx)).toMatchObject([
          { name: 'Dana', phone: '+49 30 111111', campaign: 'Spring', receivedAt: Date.UTC(2026, 9, 9, 22) },
          { name: 'Noor', phone: null, campaign: 'Autumn' },
          { name: 'Rui', phone: '+49 30 222222', campaign: 'Spring' },
        ]);
        expect(await bring(ctx, path, asked)).toMatchObject({ taken: 0, unchanged: 3 });

        expect(await undoImport(ctx, report.importId!, MIA)).toMatchObject({ gone: 3, kept: 0 });
        expect(await state(ctx)).toBe(before);
        // The first one can still be taken back, too.
        const first = await ctx.db.transaction((tx) =>
          tx.sql.selectFrom('import').select('id').orderBy('begunAt').orderBy('id').executeTakeFirstOrThrow(),
        );
        expect(await undoImport(ctx, first.id, MIA)).toMatchObject({ gone: 3, kept: 0 });
      });

      it('leaves what somebody has worked on, and names it; what is worked on since stays filled', async () => {
        const ctx = await testContext(dialect);
        const path = csvFile(text);
        await bring(ctx, path, FIRST);
        const [dana, , rui] = await leads(ctx);
        await claimLead(ctx, { leadId: dana!.id, person: ANA });
        const asked = { ...BETTER, update: true };
        const report = await bring(ctx, path, asked);
        expect(report).toMatchObject({
          ...{ taken: 0, updated: 2, unchanged: 1, fills: { rows: 2, workedOn: 1 } },
          noted: [{ line: 2, note: expect.stringContaining('somebody has worked on') }],
        });
        expect((await leads(ctx))[0]).toMatchObject({ name: 'Dana', phone: null, owner: ANA });
        await claimLead(ctx, { leadId: rui!.id, person: ANA });
        expect(await undoImport(ctx, report.importId!, MIA)).toMatchObject({
          ...{ gone: 1, kept: 1 },
          named: [{ name: 'Rui', why: 'moved_on' }],
        });
        expect(await leads(ctx)).toMatchObject([
          { phone: null },
          { name: 'Noor', campaign: null },
          { name: 'Rui', phone: '+49 30 222222' },
        ]);
      });

      it('finds its rows where it names another source', async () => {
        const ctx = await testContext(dialect);
        const path = csvFile(text);
        await bring(ctx, path, FIRST);
        const asked = { ...BETTER, set: { source: 'Expo' }, update: true };
        expect(await bring(ctx, path, asked)).toMatchObject({ taken: 0, updated: 3 });
        expect((await leads(ctx)).map(({ source }) => source)).toEqual(['Fair', 'Fair', 'Fair']);
      });
    });

for (const dialect of DIALECTS)
  it(`what a file says of a lead twice is nothing that an earlier file left out, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    const path = csvFile('id,name,phone,source\n1,Dana,,Fair\n1,Dana,+49 30 111111,Fair\n');
    const report = await bring(ctx, path, {});
    expect(report.fills).toBeUndefined();
    expect((await bring(ctx, path, {})).fills).toMatchObject({ rows: 1, isAsked: false });
  });
