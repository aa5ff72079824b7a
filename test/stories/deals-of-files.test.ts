import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/usecases/context.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { reopenLead } from '../../src/usecases/lead/assign-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { bring, idOf, LEADS } from '../support/brought.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { MAX, MIA } from '../support/people.ts';
import { won } from '../support/won-lead.ts';

const HEAD = 'externalId,email,dealId,outcome,value,at\n';

/** In major units, or how it ended. */
async function outcomeOf(ctx: Context, externalId: string): Promise<number | string> {
  const { state, valueMinor } = await ctx.db.transaction((tx) =>
    tx.sql
      .selectFrom('lead')
      .select(['state', 'valueMinor'])
      .where('externalId', '=', externalId)
      .executeTakeFirstOrThrow(),
  );
  return state === 'won' ? Number(valueMinor) / 100 : state;
}

for (const dialect of DIALECTS) {
  describe(`Deals of files, on ${dialect}`, () => {
    it('are of one lead, though one names its id and the other its address', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      const deals = `${HEAD}1,,d1,won,1000,2026-11-12\n,dana@harbour.example,d2,won,3000,2026-11-13\n`;
      expect(await bring(ctx, 'outcomes', deals)).toMatchObject({ taken: 2, severalDeals: 1 });
      expect(await outcomeOf(ctx, '1')).toBe(4000);
      expect(await bring(ctx, 'outcomes', deals)).toMatchObject({ taken: 0, unchanged: 2 });
    });

    it('stay when a later file has only some of them, and each file that is taken back gives way to the one before', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n1,,d2,won,3000,2026-11-13\n`);
      const corrected = await bring(ctx, 'outcomes', `${HEAD}1,,d2,won,2500,2026-11-13\n`);
      expect(await outcomeOf(ctx, '1')).toBe(3500);
      const more = await bring(ctx, 'outcomes', `${HEAD}1,,d3,won,500,2026-11-14\n`);
      expect(await outcomeOf(ctx, '1')).toBe(4000);
      await undoImport(ctx, idOf(more), MIA);
      expect(await outcomeOf(ctx, '1')).toBe(3500);
      await undoImport(ctx, idOf(corrected), MIA);
      expect(await outcomeOf(ctx, '1')).toBe(4000);
      // What was taken back says nothing any more.
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,lost,,2026-11-15\n`);
      expect(await outcomeOf(ctx, '1')).toBe(3000);
      await bring(ctx, 'outcomes', `${HEAD}1,,d2,lost,,2026-11-16\n`);
      expect(await outcomeOf(ctx, '1')).toBe('lost');
    });

    it('count as the last row has them, where a file has one twice', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n1,,d1,won,1200,2026-11-13\n`);
      expect(await outcomeOf(ctx, '1')).toBe(1200);
    });

    it('keep their value where a later file has no column for it', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n1,,d2,won,3000,2026-11-13\n`);
      await bring(
        ctx,
        'outcomes',
        'externalId,dealId,outcome,at\n1,d1,won,2026-11-12\n1,d3,won,2026-11-14\n',
      );
      expect(await outcomeOf(ctx, '1')).toBe(4000);
    });

    it('that are open again are won or lost no more, until that file is taken back', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,lost,,2026-11-12\n`);
      const later = await bring(ctx, 'outcomes', `${HEAD}1,,d1,open,,\n2,,d9,open,,\n`);
      expect(later).toMatchObject({
        ...{ taken: 0, updated: 1, open: 1 },
        noted: [{ line: 2, note: expect.stringContaining('is open again') }],
      });
      expect(await outcomeOf(ctx, '1')).toBe('new');
      const again = await bring(ctx, 'outcomes', `${HEAD}1,,d1,open,,\n2,,d9,open,,\n`);
      expect(again).toMatchObject({ rows: 0, open: 2 });
      await undoImport(ctx, idOf(later), MIA);
      expect(await outcomeOf(ctx, '1')).toBe('lost');
    });

    it('that are open again leave what the others of their lead are worth', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n1,,d2,won,3000,2026-11-13\n`);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,open,,\n`);
      expect(await outcomeOf(ctx, '1')).toBe(3000);
      await bring(ctx, 'outcomes', `${HEAD}1,,d2,open,,\n`);
      expect(await outcomeOf(ctx, '1')).toBe('new');
    });

    it('that are of another lead in a later file count there alone, and move back with that file', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n1,,d2,won,3000,2026-11-13\n`);
      const moved = await bring(ctx, 'outcomes', `${HEAD}2,,d2,won,3000,2026-11-13\n`);
      expect(moved).toMatchObject({
        taken: 1,
        noted: [{ line: 2, note: expect.stringContaining('at another lead') }],
      });
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual([1000, 3000]);
      const both = await bring(ctx, 'outcomes', `${HEAD}2,,d1,won,1000,2026-11-12\n`);
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual(['new', 4000]);
      await undoImport(ctx, idOf(both), MIA);
      await undoImport(ctx, idOf(moved), MIA);
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual([4000, 'new']);
    });

    it('stay with a lead that somebody has worked on since, and their row is named', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,lost,,2026-11-12\n`);
      const lead = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('lead').select('id').where('externalId', '=', '1').executeTakeFirstOrThrow(),
      );
      await reopenLead(ctx, { leadId: lead.id, person: MAX });
      await closeLead(ctx, won(lead.id, { person: MAX, amount: '700' }));
      const moved = await bring(ctx, 'outcomes', `${HEAD}2,,d1,lost,,2026-11-12\n`);
      expect(moved.noted?.map(({ note }) => note)).toContainEqual(
        expect.stringContaining('the lead that it was of before stays closed'),
      );
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual([700, 'lost']);
    });

    it('of another day and another value are others, though another CRM counts alike', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,1,won,1000,2026-11-12\n`);
      const other = await bring(ctx, 'outcomes', `${HEAD}2,,1,won,500,2026-11-14\n`);
      expect(other.noted).toEqual([{ line: 2, note: expect.stringContaining('both are counted') }]);
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual([1000, 500]);
    });

    it('are of the lead that the last of their rows names', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n2,,d1,won,1000,2026-11-12\n`);
      expect([await outcomeOf(ctx, '1'), await outcomeOf(ctx, '2')]).toEqual(['new', 1000]);
    });

    it('go with the leads that they are of', async () => {
      const ctx = await testContext(dialect);
      const leads = await bring(ctx, 'leads', LEADS);
      const deals = await bring(ctx, 'outcomes', `${HEAD}1,,d1,won,1000,2026-11-12\n`);
      await undoImport(ctx, idOf(deals), MIA);
      expect(await undoImport(ctx, idOf(leads), MIA)).toMatchObject({ gone: 2, kept: 0 });
    });
  });
}
