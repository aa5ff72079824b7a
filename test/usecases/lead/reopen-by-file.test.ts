import { describe, expect, it } from 'vitest';
import type { Lead } from '../../../src/domain/lead/lead.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { reopenByFile } from '../../../src/usecases/lead/reopen-by-file.ts';
import { perform } from '../../../src/usecases/work.ts';
import { bring, LEADS } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow } from '../../support/one-lead.ts';

async function reopened(ctx: Context, externalId: string): Promise<Lead['state'] | null> {
  const { id } = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select('id').where('externalId', '=', externalId).executeTakeFirstOrThrow(),
  );
  const lead = await leadNow(ctx, id);
  const move = await perform(ctx, 'import', (work) => reopenByFile(work, lead));
  return move?.lead.state ?? null;
}

for (const dialect of DIALECTS) {
  describe(`what deals of files had closed, on ${dialect}`, () => {
    it('goes on where it was before the first of them', async () => {
      const ctx = await testContext(dialect);
      await bring(ctx, 'leads', LEADS);
      for (const value of [1000, 1200])
        await bring(ctx, 'outcomes', `externalId,dealId,outcome,value,at\n1,d1,won,${value},2026-11-12\n`);
      expect(await reopened(ctx, '1')).toBe('new');
      expect(await reopened(ctx, '2')).toBeNull();
    });

    it('stays where a file of leads says that it is over', async () => {
      const ctx = await testContext(dialect);
      const file = (status: string) => `source,id,name,status,created_at\nFair,1,Dana,${status},2026-10-10\n`;
      await bring(ctx, 'leads', file('Working'));
      await bring(ctx, 'leads', file('Closed Won'));
      expect(await reopened(ctx, '1')).toBeNull();
      await bring(ctx, 'outcomes', 'externalId,dealId,outcome,value,at\n1,d1,won,900,2026-11-12\n');
      expect(await reopened(ctx, '1')).toBe('won');
    });
  });
}
