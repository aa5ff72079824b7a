import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { statusOf } from '../../../src/domain/promise/promise.ts';
import { listPromises, writePromises } from '../../../src/store/promise/promise.ts';
import { handOverLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { mergeLead, splitLead } from '../../../src/usecases/lead/merge-leads.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { ask, close, NOW, REQUEST, STORY, tell } from '../../support/asked-field.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MIA } from '../../support/people.ts';
import { BERLIN } from '../../support/sample-lead.ts';

async function said(ctx: TestContext, about: string): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) => listPromises(tx, about));
  return rows.map((row) =>
    [row.kind, 'of', row.owedBy, statusOf(row, ctx.clock.now()), row.end?.why].filter(Boolean).join(' '),
  );
}

for (const dialect of DIALECTS) {
  describe(`promises as rows, on ${dialect}`, () => {
    const world = () => testContext(dialect, { startAt: NOW, firstStart: { timezone: BERLIN } });

    it('are written with the move that starts and ends them', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      ctx.clock.move(4 * MINUTE);
      await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.move(MINUTE);
      await handOverLead(ctx, { leadId, person: ANA, to: BEN, note: null });
      expect(await said(ctx, leadId)).toEqual([
        'claim of sales kept',
        'contact of U_ANA waived handed_over',
        'verdict of U_ANA waived handed_over',
        'contact of U_BEN running',
        'verdict of U_BEN running',
      ]);
    });

    it('are read back as they were written', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      ctx.clock.move(3 * 60 * MINUTE);
      await claimLead(ctx, { leadId, person: ANA });
      await ctx.db.transaction(async (tx) => {
        const rows = await listPromises(tx, leadId);
        await writePromises(tx, rows, rows);
        expect(await listPromises(tx, leadId)).toEqual(rows);
        expect(rows[0]).toMatchObject({ kind: 'claim', end: { how: 'broken', by: ANA, late: 60 } });
      });
    });

    it('run again after an undo', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      ctx.clock.move(MINUTE);
      await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.move(MINUTE);
      await releaseLead(ctx, { leadId, person: ANA });
      ctx.clock.move(MINUTE);
      await undoMove(ctx, { leadId, person: ANA });
      expect(await said(ctx, leadId)).toEqual([
        'claim of sales kept',
        'contact of U_ANA running',
        'verdict of U_ANA running',
        'claim of sales waived undone',
      ]);
    });

    it('are waived by a merge, and given back when the two are taken apart', async () => {
      const ctx = await world();
      const first = await receiveOne(ctx, { email: 'dana@harbour.example' });
      const second = await receiveOne(ctx, { email: 'dana@harbour.example', message: 'Once more' });
      ctx.clock.move(MINUTE);
      await claimLead(ctx, { leadId: second, person: ANA });
      ctx.clock.move(MINUTE);
      await mergeLead(ctx, { leadId: second, person: ANA });
      expect(await said(ctx, first)).toEqual([
        'claim of sales kept',
        'contact of U_ANA running',
        'verdict of U_ANA running',
      ]);
      expect((await said(ctx, second)).slice(1)).toEqual([
        'contact of U_ANA waived merged',
        'verdict of U_ANA waived merged',
      ]);
      ctx.clock.move(MINUTE);
      await splitLead(ctx, { leadId: second, person: ANA });
      expect((await said(ctx, first))[0]).toBe('claim of sales running');
      expect((await said(ctx, second)).slice(1)).toEqual([
        'contact of U_ANA running',
        'verdict of U_ANA running',
      ]);
    });

    it('are none for old leads out of a file', async () => {
      const ctx = await world();
      const old = { source: 'Fair', name: 'Dana', receivedAt: NOW - 99 * 24 * 60 * MINUTE };
      const [lead] = await receiveLeads(ctx, [old], { by: 'import', post: 'recent' });
      expect(await said(ctx, lead?.id as LeadId)).toEqual([]);
    });

    it('are owed by the field for a request, and by marketing for a story', async () => {
      const ctx = await world();
      await ask(ctx);
      expect(await said(ctx, REQUEST)).toEqual(['answer of sales running']);
      await tell(ctx, ANA);
      expect(await said(ctx, REQUEST)).toEqual(['answer of sales kept']);
      expect(await said(ctx, STORY)).toEqual(['decide of marketing running']);
      await close(ctx, MIA, { kind: 'asked_back', question: 'Which banks?' });
      expect(await said(ctx, STORY)).toEqual(['decide of marketing kept']);
      expect((await said(ctx, REQUEST))[1]).toBe('answer of U_ANA running');
    });

    it('are at most one of a kind about one thing: the database holds it', async () => {
      const ctx = await world();
      const leadId = await receiveOne(ctx);
      const twice = ctx.db.transaction(async (tx) => {
        const [claim] = await listPromises(tx, leadId);
        if (claim) await writePromises(tx, [{ ...claim, id: 'promise_second' as typeof claim.id }]);
      });
      await expect(twice).rejects.toThrow(/unique/i);
    });
  });
}
