/** Exports as people bring them: each longer than the last, some rows corrected, the same one twice. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { importOutcomes } from '../../src/intake/csv/import-outcomes.ts';
import type { Context } from '../../src/usecases/context.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { loadReport } from '../../src/usecases/report/build-report.ts';
import { bring, idOf } from '../support/brought.ts';
import { testContext } from '../support/context.ts';
import { csvFile, request } from '../support/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { MIA } from '../support/people.ts';
import { times } from '../support/proof.ts';

const LEADS = 4;

interface Deal {
  lead: number;
  state: 'won' | 'lost' | 'open';
  value: number;
}

/** New deals, and of which that were there before what is said now. */
interface Step {
  added: Deal[];
  corrected: { at: number; deal: Partial<Deal> }[];
}

const lead = fc.nat(LEADS - 1);
const said = {
  state: fc.constantFrom('won', 'lost', 'open'),
  value: fc.integer({ min: 1, max: 9_999 }),
} as const;
const step: fc.Arbitrary<Step> = fc.record({
  added: fc.array(fc.record({ lead, ...said }), { maxLength: 4 }),
  // It may be another lead's now, or open again.
  corrected: fc.array(fc.record({ at: fc.nat(8), deal: fc.oneof(fc.record(said), fc.record({ lead })) }), {
    maxLength: 3,
  }),
});

function grown(before: readonly Deal[], { added, corrected }: Step): Deal[] {
  const deals = [...before, ...added];
  for (const { at, deal: said } of corrected) {
    const known = deals[at];
    if (known) deals[at] = { ...known, ...said };
  }
  return deals;
}

/** A lead is named by its id in one row and by its address in the next. */
function exportOf(deals: readonly Deal[]): string {
  const rows = deals.map(({ lead, state, value }, index) => {
    const whose = index % 2 === 0 ? `${lead},` : `,p${lead}@kiln.example`;
    return `${whose},d${index},${state},${value},2026-11-${String(10 + (index % 9))}`;
  });
  return `externalId,email,dealId,outcome,value,at\n${rows.join('\n')}\n`;
}

/** By lead, as plain arithmetic has it. */
function truthOf(deals: readonly Deal[]): (number | string)[] {
  return Array.from({ length: LEADS }, (_, lead) => {
    const own = deals.filter((each) => each.lead === lead);
    const won = own.filter(({ state }) => state === 'won');
    if (won.length > 0) return won.reduce((sum, { value }) => sum + value, 0);
    return own.length > 0 && own.every(({ state }) => state === 'lost') ? 'lost' : 'new';
  });
}

async function outcomes(ctx: Context): Promise<(number | string)[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select(['state', 'valueMinor']).orderBy('externalId').execute(),
  );
  return rows.map(({ state, valueMinor }) => (state === 'won' ? Number(valueMinor) / 100 : state));
}

async function figures(ctx: Context): Promise<string> {
  const by = ['source', 'owner'] as const;
  const reports = by.map((each) => loadReport(ctx, { from: '2026-01-01', to: '2026-12-31', by: each }));
  return JSON.stringify(await Promise.all(reports));
}

const tried = (ctx: Context, text: string) => importOutcomes(ctx, request(csvFile(text), { dryRun: true }));

it.each(DIALECTS)(
  'end at what the last file says, and taken back one by one every figure is as it was, on %s',
  async (dialect) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const ctx = await testContext(dialect);
        const leads = Array.from(
          { length: LEADS },
          (_, n) => `Fair,${n},p${n}@kiln.example,2026-11-0${n + 1}`,
        );
        await bring(ctx, 'leads', `source,id,email,created_at\n${leads.join('\n')}\n`);
        const done: { id: ReturnType<typeof idOf>; before: string }[] = [];
        let deals: Deal[] = [];
        for (const each of steps) {
          deals = grown(deals, each);
          if (deals.length === 0) continue;
          const before = await figures(ctx);
          const plan = await tried(ctx, exportOf(deals));
          const report = await bring(ctx, 'outcomes', exportOf(deals));
          expect({ ...report, importId: undefined }).toEqual({ ...plan, importId: undefined });
          expect(report.refused).toEqual([]);
          expect(await outcomes(ctx)).toEqual(truthOf(deals));
          done.push({ id: idOf(report), before });
          const again = await bring(ctx, 'outcomes', exportOf(deals));
          expect(again).toMatchObject({
            ...{ taken: 0, unchanged: deals.filter(({ state }) => state !== 'open').length },
          });
        }
        for (const { id, before } of done.toReversed()) {
          await undoImport(ctx, id, MIA);
          expect(await figures(ctx)).toBe(before);
        }
      }),
      { numRuns: dialect === 'sqlite' ? times(25) : times(4) },
    );
  },
  times(60_000),
);
