/**
 * A CRM's export of its leads, brought as people bring it: grown, corrected, twice, in another order, shorter, taken back somewhere in between. Whatever
 * the sequence, it ends at what a plain model of a few lines says, and the plan has counted what the result counts.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ImportId } from '../../src/domain/import/import.ts';
import type { Week } from '../../src/domain/time/week.ts';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import type { Context } from '../../src/usecases/context.ts';
import { importRecord } from '../../src/usecases/import/record-import.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { loadScorecard } from '../../src/usecases/scorecard/load-scorecard.ts';
import { testContext } from '../support/context.ts';
import { type CrmHolds, type ExportRow, LEVELS, LeadModel } from '../support/crm/lead-model.ts';
import { csvFile, request } from '../support/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MIA } from '../support/people.ts';
import { times } from '../support/proof.ts';

const PEOPLE = 4;
const OWNERS = { ana: ANA, ben: BEN };

type Fact = 'name' | 'phone' | 'status' | 'owner' | 'value';
const fact: fc.Arbitrary<Partial<Pick<ExportRow, Fact>>> = fc.oneof(
  fc.record({ name: fc.constantFrom('Dana Moor', 'Dana Moore') }),
  fc.record({ phone: fc.constantFrom('', '+351 912 345 678') }),
  fc.record({ status: fc.constantFrom(...(Object.keys(LEVELS) as ExportRow['status'][])) }),
  fc.record({ owner: fc.constantFrom('', 'Ana', 'Ben', 'Zoe') }),
  fc.record({ value: fc.constantFrom('', '10', '250') }),
);

interface FileStep {
  /** Whose rows are new now. */
  added: number[];
  corrected: { at: number; to: Partial<ExportRow> }[];
  /** Sorts the rows, and leaves out those that are 0. */
  order: number[];
  /** One of its rows once more, as it was said before. */
  again: number | null;
  update: boolean;
}

type Step = FileStep | { undo: number };

const file: fc.Arbitrary<FileStep> = fc.record({
  added: fc.array(fc.nat(PEOPLE - 1), { maxLength: 3 }),
  corrected: fc.array(fc.record({ at: fc.nat(6), to: fact }), { maxLength: 4 }),
  order: fc.array(fc.nat(5), { maxLength: 6 }),
  again: fc.option(fc.nat(6)),
  update: fc.boolean(),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: file }, { weight: 1, arbitrary: fc.record({ undo: fc.nat(5) }) }),
  { minLength: 2, maxLength: 6 },
);

function newRow(who: number): ExportRow {
  return { who, name: 'Dana Moor', phone: '', status: 'New', owner: '', value: '' };
}

/** What the CRM holds after the step, and what of it the file has. */
function grow(before: readonly ExportRow[], { added, corrected, order, again }: FileStep) {
  const rows = [...before];
  for (const who of added) if (!rows.some((row) => row.who === who)) rows.push(newRow(who));
  const said = rows[again ?? -1];
  for (const { at, to } of corrected) {
    const row = rows[at];
    if (row) rows[at] = { ...row, ...to };
  }
  const sorted = rows
    .map((row, at) => ({ row, at, key: order[at] ?? 3 }))
    .filter(({ key }) => key > 0)
    .toSorted((a, b) => a.key - b.key || a.at - b.at)
    .map(({ row }) => row);
  return { rows, told: said ? [said, ...sorted] : sorted };
}

function textOf(rows: readonly ExportRow[], hasIds: boolean): string {
  const lines = rows.map(({ who, name, phone, status, owner, value }) =>
    [
      ...(hasIds ? [`L-${who}`] : []),
      ...['Web', name, `p${who}@kiln${who}.example`, phone, `2026-10-0${who + 1}`, status, owner, value],
    ].join(','),
  );
  const head = `${hasIds ? 'id,' : ''}source,name,email,phone,created_at,status,owner,value`;
  return `${head}\n${lines.join('\n')}\n`;
}

async function holds(ctx: Context): Promise<CrmHolds[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select(['email', 'name', 'phone', 'state', 'owner', 'valueMinor']).execute(),
  );
  return rows.map(({ email, name, phone, state, owner, valueMinor }) => ({
    ...{ who: Number(email?.[1]), name: name ?? '', phone: phone ?? '', state, owner },
    value: valueMinor === null ? null : Number(valueMinor) / 100,
  }));
}

const sorted = (all: readonly CrmHolds[]) => all.map((each) => JSON.stringify(each)).toSorted();

/** Every figure, and every lead to the last byte but for how often it was written. */
async function everything(ctx: Context): Promise<string> {
  const leads = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').selectAll().orderBy('id').execute(),
  );
  const reports: unknown[] = [];
  for (const by of ['source', 'owner', 'campaign'] as const)
    reports.push(await loadReport(ctx, { from: '2026-01-01', to: '2026-12-31', by }));
  reports.push(await loadScorecard(ctx, '2026-W40' as Week));
  return JSON.stringify([leads.map(({ version: _, undoMove: __, ...lead }) => lead), reports]);
}

interface Brought {
  id: ImportId;
  at: number;
  before: string;
  /** How much was taken back by then: what is taken back since makes another past. */
  undone: number;
}

async function live(ctx: Context, hasIds: boolean, sequence: readonly Step[]): Promise<void> {
  const model = new LeadModel({ hasIds, owners: OWNERS });
  const done: Brought[] = [];
  let rows: ExportRow[] = [];
  let undone = 0;
  const undoOne = async (brought: Brought) => {
    await undoImport(ctx, brought.id, MIA);
    model.undo(brought.at);
    expect(sorted(await holds(ctx))).toEqual(sorted(model.holds()));
    if (done.at(-1) === brought && brought.undone === undone)
      expect(await everything(ctx)).toBe(brought.before);
    else undone += 1;
    done.splice(done.indexOf(brought), 1);
  };
  for (const [at, step] of sequence.entries()) {
    if ('undo' in step) {
      const brought = done[step.undo % Math.max(done.length, 1)];
      if (brought) await undoOne(brought);
      continue;
    }
    const grown = grow(rows, step);
    rows = grown.rows;
    if (grown.told.length === 0) continue;
    const before = await everything(ctx);
    const counts = model.take(at, grown.told, step.update);
    const told = () => {
      const record = importRecord(ctx, { noun: 'leads', fileName: 'leads.csv', by: MIA });
      return request(csvFile(textOf(grown.told, hasIds)), {
        ...{ record, update: step.update, owners: { said: OWNERS } },
      });
    };
    const plan = await importLeads(ctx, { ...told(), dryRun: true }, 'recent');
    const result = await importLeads(ctx, told(), 'recent');
    for (const { taken, unchanged, updated = 0, refusedRows } of [plan, result])
      expect({ taken, unchanged, updated, refusedRows }).toEqual({ ...counts, refusedRows: 0 });
    expect({ noted: plan.noted, fills: plan.fills }).toEqual({ noted: result.noted, fills: result.fills });
    expect(sorted(await holds(ctx))).toEqual(sorted(model.holds()));
    done.push({ id: result.importId as ImportId, at, before, undone });
  }
  // All of it goes again, the last first.
  while (done.length > 0) await undoOne(done.at(-1) as Brought);
}

for (const dialect of DIALECTS) {
  it.each([true, false])(
    `end at what a plain model says, ids: %s, on ${dialect}`,
    async (hasIds) => {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => live(await testContext(dialect), hasIds, sequence)),
        { numRuns: dialect === 'sqlite' ? times(12) : times(2) },
      );
    },
    times(60_000),
  );
}
