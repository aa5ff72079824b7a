import { describe, expect, it } from 'vitest';
import type { Context } from '../../src/usecases/context.ts';
import { undoImport } from '../../src/usecases/import/undo-import.ts';
import { bring, idOf, LEADS } from '../support/brought.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { MIA } from '../support/people.ts';

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

    it('that are open again are told of, and their lead stays as it was', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      await bring(ctx, 'outcomes', `${HEAD}1,,d1,lost,,2026-11-12\n`);
      const later = await bring(ctx, 'outcomes', `${HEAD}1,,d1,open,,\n2,,d9,open,,\n`);
      expect(later).toMatchObject({
        ...{ taken: 0, open: 2 },
        noted: [{ line: 2, note: expect.stringContaining('is open again') }],
      });
      expect(await outcomeOf(ctx, '1')).toBe('lost');
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
