import { describe, expect, it } from 'vitest';
import type { Lead, LeadId } from '../../../src/domain/lead/lead.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { loadLead } from '../../../src/usecases/lead/load-lead.ts';
import { reopenByFile } from '../../../src/usecases/lead/reopen-by-file.ts';
import { perform } from '../../../src/usecases/work.ts';
import { bring, LEADS } from '../../support/brought.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, receiveOne } from '../../support/one-lead.ts';

async function idOf(ctx: Context, externalId: string): Promise<LeadId> {
  const { id } = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').select('id').where('externalId', '=', externalId).executeTakeFirstOrThrow(),
  );
  return id;
}

async function reopened(ctx: Context, externalId: string): Promise<Lead['state'] | null> {
  const lead = await leadNow(ctx, await idOf(ctx, externalId));
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

    it('is claimed by nobody again, and asked for as any other; an old lead without a card wakes nobody', async () => {
      const ctx = await testContext(dialect);
      const id = await receiveOne(ctx, { externalId: '7' });
      await bring(ctx, 'leads', LEADS.replaceAll('2026', '2025'));
      const running = async (leadId: LeadId) => {
        const { promises } = await loadLead(ctx, leadId);
        return promises.filter(({ end }) => end === null).map(({ kind }) => kind);
      };
      const deals = (state: string) => `externalId,dealId,outcome\n7,d7,${state}\n1,d1,${state}\n`;
      await bring(ctx, 'outcomes', deals('won'));
      expect([(await leadNow(ctx, id)).state, await running(id)]).toEqual(['won', []]);
      await bring(ctx, 'outcomes', deals('open'));
      expect([(await leadNow(ctx, id)).state, await running(id)]).toEqual(['new', ['claim']]);
      const old = await idOf(ctx, '1');
      expect([(await leadNow(ctx, old)).state, await running(old)]).toEqual(['new', []]);
      expect((await leadNow(ctx, old)).cardChannel).toBeNull();
    });
  });
}
