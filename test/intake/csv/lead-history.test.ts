import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/intake/csv/import-file.ts';
import { importLeads } from '../../../src/intake/csv/import-leads.ts';
import { planImport } from '../../../src/intake/csv/plan-import.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { importRecord } from '../../../src/usecases/import/record-import.ts';
import { undoImport } from '../../../src/usecases/import/undo-import.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mergeLead } from '../../../src/usecases/lead/merge-leads.ts';
import { testContext } from '../../support/context.ts';
import { csvFile, request } from '../../support/csv.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';

const RULES = { noun: 'leads', post: 'recent', overlap: 'ask' } as const;

async function lives(ctx: Context) {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').selectAll().orderBy('externalId').execute(),
  );
  return Object.fromEntries(rows.map((row) => [row.externalId ?? '', row]));
}

async function countRows(ctx: Context, table: 'promise' | 'outbox') {
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom(table).select('id').execute());
  return rows.length;
}

const at = (day: string) => Date.parse(`${day}T00:00:00+01:00`);

const CRM = [
  'Lead ID;Lead Source;Name;Email;Lead Owner;Lead Status;Create Date;First contacted at;Qualified date;Close Date;Deal Amount;Lost Reason',
  '1;Web;Ada;ada@a.example;Ana Lopez;Open - Not Contacted;2024-01-08;;;;;',
  '2;Web;Bea;bea@b.example;Ana Lopez;Working - Contacted;2024-01-08;2024-01-09;;;;',
  '3;Fair;Cid;cid@c.example;Nobody Here;Closed - Converted;2024-01-09;2024-01-10;2024-01-12;2031-01-01;$141.56K;',
  '4;Fair;Dov;dov@d.example;Ana Lopez;Closed Won;2024-01-10;2024-01-11;2024-01-15;2024-02-01;1200.00;',
  '5;Web;Eli;eli@e.example;;Junk Lead;2024-01-10;;;;;',
  '6;Web;Fay;fay@f.example;Ana Lopez;Nurturing;2024-01-11;2024-01-12;;;;No budget',
  '7;Web;Gus;gus@g.example;Ana Lopez;closedlost;2024-01-11;;;2024-03-01;900.00;Price',
].join('\n');

async function withAna(dialect: (typeof DIALECTS)[number]) {
  const ctx = await testContext(dialect);
  await ctx.db.transaction(async (tx) => {
    await tx.sql
      .insertInto('person')
      .values({
        ...{
          id: ANA,
          name: 'Ana Lopez',
          timezone: null,
          hours: null,
          nextHours: null,
          region: null,
          leave: '[]',
        },
        ...{ isBot: 0, goneAt: null, goneTold: 0, movedAt: null, syncedAt: 1, updatedAt: 1 },
        ...{ account: 'member', team: null, enterprise: null },
      } as never)
      .execute();
  });
  return ctx;
}

for (const dialect of DIALECTS) {
  describe(`what a CRM’s file tells of leads, on ${dialect}`, () => {
    it('comes along: owner, steps with their days, value and reason; nobody promises anything about it', async () => {
      const ctx = await withAna(dialect);
      const file = request(csvFile(CRM), { currency: 'USD' });
      const { plan } = await planImport(ctx, file, { fileName: 'crm.csv', rules: RULES, counts: 'all' });
      expect(plan.questions).toEqual([]);
      expect(plan.states.map(({ text, means }) => [text, means])).toEqual(
        expect.arrayContaining([
          ['Open - Not Contacted', 'new'],
          ['Working - Contacted', 'contacted'],
          ['Closed - Converted', 'qualified'],
          ['Closed Won', 'won'],
          ['Junk Lead', 'rejected'],
          ['Nurturing', 'resting'],
          ['closedlost', 'lost'],
        ]),
      );
      expect(plan.counts).toMatchObject({
        taken: 7,
        cards: 0,
        owners: { known: 5, unknown: [{ text: 'Nobody Here', rows: 1 }] },
      });
      const report = await importLeads(ctx, file, 'recent');
      expect(report).toMatchObject({ taken: 7, unchanged: 0, refused: [], owners: { known: 5 } });
      const leads = await lives(ctx);
      expect(leads[1]).toMatchObject({ state: 'claimed', owner: ANA, claimedAt: null, contactedAt: null });
      expect(leads[2]).toMatchObject({ state: 'claimed', owner: ANA, contactedAt: at('2024-01-09') });
      expect(leads[3]).toMatchObject({
        ...{ state: 'qualified', owner: null, contactedAt: at('2024-01-10'), verdictAt: at('2024-01-12') },
        ...{
          closedAt: null,
          valueMinor: 14_156_000,
          currency: 'USD',
          fields: '{"Lead Owner":"Nobody Here"}',
        },
      });
      expect(leads[4]).toMatchObject({ state: 'won', closedAt: at('2024-02-01'), valueMinor: 120_000 });
      expect(leads[5]).toMatchObject({
        state: 'rejected',
        owner: null,
        rejectReason: 'other',
        verdictAt: null,
      });
      expect(leads[6]).toMatchObject({ state: 'resting', rejectReason: 'no_budget', restsUntil: null });
      expect(leads[7]).toMatchObject({ state: 'lost', closedAt: at('2024-03-01') });
      expect(await countRows(ctx, 'promise')).toBe(0);
      expect(await countRows(ctx, 'outbox')).toBe(0);
    });

    it('told again changes nothing; a later export goes on, a corrected one corrects, an older word takes nothing back', async () => {
      const ctx = await withAna(dialect);
      await importLeads(ctx, request(csvFile(CRM), { currency: 'USD' }), 'recent');
      expect(await importLeads(ctx, request(csvFile(CRM), { currency: 'USD' }), 'recent')).toMatchObject({
        taken: 0,
        unchanged: 7,
      });
      const later = CRM.replace(
        'Open - Not Contacted;2024-01-08;;;;;',
        'Customer;2024-01-08;;;2024-03-20;50.00;',
      )
        .replace('1200.00', '1300.00')
        .replace('closedlost', 'In Progress');
      const { plan } = await planImport(ctx, request(csvFile(later), { currency: 'USD' }), {
        fileName: 'crm.csv',
        rules: RULES,
        counts: 'all',
      });
      expect(plan.counts).toMatchObject({ taken: 0, updated: 2, unchanged: 5 });
      const report = await importLeads(ctx, request(csvFile(later), { currency: 'USD' }), 'recent');
      expect(report).toMatchObject({ taken: 0, updated: 2, unchanged: 5 });
      expect(report.noted).toEqual([{ line: 8, note: expect.stringContaining('in work') }]);
      const leads = await lives(ctx);
      expect(leads[1]).toMatchObject({
        state: 'won',
        closedAt: at('2024-03-20'),
        valueMinor: 5_000,
        cardChannel: null,
      });
      expect(leads[4]).toMatchObject({ state: 'won', valueMinor: 130_000 });
      expect(leads[7]).toMatchObject({ state: 'lost' });
      expect(await countRows(ctx, 'promise')).toBe(0);
    });

    it('changes nothing that somebody has done here, but for the deal', async () => {
      const ctx = await withAna(dialect);
      await importLeads(ctx, request(csvFile('Lead ID;Source;Name\n1;Web;Ada\n2;Web;Bea\n')), 'all');
      const before = await lives(ctx);
      for (const { id } of Object.values(before)) await claimLead(ctx, { leadId: id, person: ANA });
      const told = 'Lead ID;Source;Name;Status\n1;Web;Ada;Junk\n2;Web;Bea;Closed Won\n';
      const report = await importLeads(ctx, request(csvFile(told)), 'all');
      expect(report).toMatchObject({ updated: 1, unchanged: 1, noted: [{ line: 2 }] });
      const leads = await lives(ctx);
      expect([leads[1]?.state, leads[2]?.state]).toEqual(['claimed', 'won']);
    });

    it('has words of its own: they are asked, their rows are refused, and said they are taken', async () => {
      const ctx = await withAna(dialect);
      const file = csvFile('Lead ID;Source;Name;Status\n1;Web;Ada;Warm\n2;Web;Bea;Won\n');
      const { plan } = await planImport(ctx, request(file), {
        fileName: 'crm.csv',
        rules: RULES,
        counts: 'all',
      });
      expect(plan.questions).toEqual([
        { what: 'states', field: 'status', words: [{ text: 'Warm', rows: 1, means: null }] },
      ]);
      expect(await importLeads(ctx, request(file), 'none')).toMatchObject({
        taken: 1,
        refused: [{ line: 2 }],
      });
      const said = request(file, { statuses: { warm: 'working' } });
      expect(await importLeads(ctx, said, 'none')).toMatchObject({ taken: 1, unchanged: 1, refused: [] });
      expect((await lives(ctx))[1]).toMatchObject({ state: 'claimed' });
    });

    it('goes to the lead that another one was merged into, where it is a deal', async () => {
      const ctx = await withAna(dialect);
      await importLeads(
        ctx,
        request(
          csvFile('Lead ID;Source;Email;Message\n1;Web;ada@a.example;Hello\n2;Web;ada@a.example;Once more\n'),
        ),
        'all',
      );
      const { 1: first, 2: second } = await lives(ctx);
      await mergeLead(ctx, { leadId: second!.id, person: MAX });
      expect((await lives(ctx))[2]).toMatchObject({ state: 'merged', mergedInto: first!.id });
      const told = 'Lead ID;Source;Email;Status;Value\n2;Web;ada@a.example;Closed Won;70.00\n';
      expect(await importLeads(ctx, request(csvFile(told)), 'all')).toMatchObject({ updated: 1 });
      expect((await lives(ctx))[1]).toMatchObject({ state: 'won', valueMinor: 7_000 });
    });

    it('is blank where a cell says nothing, and a word of an emoji alone is a word', async () => {
      const ctx = await withAna(dialect);
      const told =
        'Lead ID;Source;Name;Status;Value;Owner\n1;Web;Ada;N/A;-;n/a\n2;Web;Bea;🔥;;\n3;Web;Cid;constructor;;\n';
      const { plan } = await planImport(ctx, request(csvFile(told)), {
        ...{ fileName: 'crm.csv', rules: RULES, counts: 'all' },
      });
      expect(plan.questions).toMatchObject([
        { what: 'states', words: [{ text: '🔥' }, { text: 'constructor' }] },
      ]);
      const said = { statuses: { '🔥': 'working', constructor: 'rejected' } } as const;
      const report = await importLeads(ctx, request(csvFile(told), said), 'none');
      expect(report).toMatchObject({ taken: 3, refused: [] });
      expect(report.owners).toBeUndefined();
      expect(Object.values(await lives(ctx)).map(({ state }) => state)).toEqual([
        'new',
        'claimed',
        'rejected',
      ]);
    });

    it('taken back it is as if it had never come, and no old lead comes to life by it', async () => {
      const ctx = await withAna(dialect);
      const bring = async (content: string, noun: 'leads' | 'outcomes') => {
        const record = importRecord(ctx, { noun, fileName: 'crm.csv', by: 'import' });
        const file = request(csvFile(content), { currency: 'USD', record });
        const report = await importFile(ctx, file, { ...RULES, noun });
        return report.importId!;
      };
      const standing = async () => {
        const rows = await ctx.db.transaction((tx) =>
          tx.sql.selectFrom('lead').selectAll().orderBy('id').execute(),
        );
        return rows.map(({ version: _, undoMove: __, ...row }) => row);
      };
      const first = await bring(CRM, 'leads');
      const before = await standing();
      const later = await bring(
        CRM.replaceAll('Working - Contacted', 'Closed Won').replace('1200.00', '7.00'),
        'leads',
      );
      const deals = await bring(
        'Lead ID,Outcome,Value,Close date\n2,won,9,2024-02-02\n3,lost,,2024-02-02\n1,won,5,2024-02-03\n',
        'outcomes',
      );
      expect(await standing()).not.toEqual(before);
      await undoImport(ctx, deals, MAX);
      await undoImport(ctx, later, MAX);
      expect(await standing()).toEqual(before);
      expect(await countRows(ctx, 'promise')).toBe(0);
      const cards = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('id').where('kind', '=', 'lead_card').execute(),
      );
      expect(cards).toEqual([]);
      expect(await undoImport(ctx, first, MAX)).toMatchObject({ gone: 7, kept: 0 });
      expect(await standing()).toEqual([]);
    });
  });
}
