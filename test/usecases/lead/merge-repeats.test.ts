import { describe, expect, it } from 'vitest';
import { mergeLead, splitLead } from '../../../src/usecases/lead/merge-leads.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DANA, historyOf, leadNow, receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { race } from '../../support/race.ts';

const MINUTE = 60_000;
const SAME = { message: 'Please call me.' };

for (const dialect of DIALECTS) {
  describe(`the same words within minutes on ${dialect}`, () => {
    it('are one card and one lead in every figure; the history of both says so', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx, { ...SAME, externalId: 'a' });
      const again = await receive(ctx, { ...SAME, externalId: 'b' });
      expect(again).not.toBe(first);
      expect(await leadNow(ctx, again)).toMatchObject({
        state: 'merged',
        mergedInto: first,
        cardChannel: null,
      });
      expect(await historyOf(ctx, first)).toEqual(['received', 'merged']);
      expect(await historyOf(ctx, again)).toEqual(['received', 'merged']);
      expect(await waiting(ctx)).toEqual([`lead_card ${first}`]);
      const { total } = await loadReport(ctx, { from: '2026-11-17', to: '2026-11-17', by: 'source' });
      expect(total.leads).toBe(1);
    });

    it('of one second at two replicas are one card', async () => {
      const ctx = await testContext(dialect);
      const racers = ['a', 'b', 'c', 'd'].map((externalId) => () => receive(ctx, { ...SAME, externalId }));
      const results = await race(ctx.db, 'lead', racers);
      const ids = results.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
      const states = await Promise.all(ids.map(async (id) => (await leadNow(ctx, id)).state));
      expect(states.sort()).toEqual(['merged', 'merged', 'merged', 'new']);
    });

    it('are no lead of their own where the first was rejected meanwhile, be it as spam', async () => {
      for (const reasonCode of ['spam', 'no_need', 'no_budget']) {
        const ctx = await testContext(dialect);
        const first = await receive(ctx, SAME);
        await rejectLead(ctx, { leadId: first, person: ANA, reasonCode, detail: null, note: null });
        ctx.clock.move(MINUTE);
        expect(await leadNow(ctx, await receive(ctx, SAME))).toMatchObject({ mergedInto: first });
        expect((await leadNow(ctx, first)).verdictBy).toBe(ANA);
      }
    });

    it('go on into what the first has been merged into', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const again = await receive(ctx, SAME);
      await receive(ctx, SAME);
      await mergeLead(ctx, { leadId: again, person: ANA });
      expect(await leadNow(ctx, await receive(ctx, SAME))).toMatchObject({ mergedInto: first });
    });

    it('of tests and of a file’s rows are one card too; old rows without a card stay as they are', async () => {
      const ctx = await testContext(dialect);
      const test = await receive(ctx, { ...SAME, isTest: true });
      expect(await leadNow(ctx, await receive(ctx, { ...SAME, isTest: true }))).toMatchObject({
        mergedInto: test,
      });
      const rows = [
        DANA,
        { ...DANA, externalId: 'row 2' },
        { ...DANA, receivedAt: Date.parse('2024-05-01') },
      ];
      const taken = await receiveLeads(ctx, rows, { by: 'import', post: 'recent', undated: 'new' });
      const states = await Promise.all(taken.map(async ({ id }) => (await leadNow(ctx, id)).state));
      expect(states).toEqual(['new', 'merged', 'new']);
      const old = await receiveLeads(ctx, [DANA, DANA], { by: 'import', post: 'none' });
      expect(await leadNow(ctx, old[1]!.id)).toMatchObject({ state: 'new', cardChannel: null });
    });

    it('entered by hand are a lead of its own: somebody saw them', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, SAME);
      const [entered] = await receiveLeads(ctx, [{ ...DANA, ...SAME }], { by: ANA, post: 'all' });
      expect(await leadNow(ctx, entered!.id)).toMatchObject({ state: 'new' });
    });

    it('are taken out again by a manager who knows that they are two', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, SAME);
      const again = await receive(ctx, SAME);
      const back = await splitLead(ctx, { leadId: again, person: MAX });
      expect(back).toMatchObject({ state: 'new', mergedInto: null });
      expect(back.cardChannel).not.toBeNull();
    });
  });
}

async function waiting(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('outbox').select(['kind', 'ref']).orderBy('seq').execute();
    return rows.map(({ kind, ref }) => `${kind} ${ref}`);
  });
}
