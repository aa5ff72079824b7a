import { describe, expect, it } from 'vitest';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { postStopped, stopBacklog } from '../../../src/usecases/outbox/stop-backlog.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, LEADS, MAX } from '../../support/people.ts';

const file = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ source: 'Fair', name: `Lead ${n}` }));

const importAll = (ctx: TestContext, count: number) =>
  receiveLeads(ctx, file(count), { by: 'import', post: 'all' });

const counts = async (ctx: TestContext) => {
  const { pending, stopped } = (await outboxState(ctx)).counts;
  return { pending, stopped };
};

for (const dialect of DIALECTS) {
  describe(`Cards that came in bulk, on ${dialect}`, () => {
    it('are counted by channel, and stopped without what came alone', async () => {
      const ctx = await testContext(dialect);
      await importAll(ctx, 250);
      await receiveLeads(ctx, [{ source: 'Web', name: 'Dana' }], { by: 'api', post: 'all' });
      expect((await outboxState(ctx)).backlog).toEqual([{ target: LEADS, waiting: 251, bulk: 250 }]);
      expect(await stopBacklog(ctx, MAX)).toBe(250);
      expect(await counts(ctx)).toEqual({ pending: 1, stopped: 250 });
      expect(await postStopped(ctx, MAX)).toBe(250);
      expect(await counts(ctx)).toEqual({ pending: 251, stopped: 0 });
    });

    it('stay stopped however often their leads move, and tell it all once they are posted', async () => {
      const ctx = await testContext(dialect);
      const [first] = await importAll(ctx, 3);
      await stopBacklog(ctx, null);
      await claimLead(ctx, { leadId: first!.id, person: ANA });
      expect((await counts(ctx)).stopped).toBe(3);
      await postStopped(ctx, null);
      const told = await ctx.db.transaction(({ sql }) =>
        sql
          .selectFrom('outbox')
          .select('ref')
          .where('kind', '=', 'lead_history')
          .where('status', '=', 'pending')
          .execute(),
      );
      expect(told).toHaveLength(1);
    });

    it('go along when another channel is chosen, and stay stopped', async () => {
      const ctx = await testContext(dialect);
      await importAll(ctx, 3);
      await stopBacklog(ctx, null);
      await changeSettings(ctx, { person: MAX, change: () => ({ leadsChannel: 'C_NEXT' }) });
      expect(await counts(ctx)).toMatchObject({ stopped: 3 });
      await postStopped(ctx, null);
      expect((await outboxState(ctx)).backlog).toEqual([{ target: 'C_NEXT', waiting: 3, bulk: 3 }]);
    });

    it('are stopped and posted by managers alone', async () => {
      const ctx = await testContext(dialect);
      await importAll(ctx, 1);
      await expect(stopBacklog(ctx, ANA)).rejects.toMatchObject({ refusal: { code: 'managers_only' } });
      await expect(postStopped(ctx, ANA)).rejects.toMatchObject({ refusal: { code: 'managers_only' } });
    });

    it('are also what a program sends at once, more than fifty of them', async () => {
      const ctx = await testContext(dialect);
      await receiveLeads(ctx, file(51), { by: 'api', post: 'all' });
      await receiveLeads(ctx, [{ source: 'Web', name: 'Dana' }], { by: 'api', post: 'all' });
      expect((await outboxState(ctx)).backlog).toEqual([{ target: LEADS, waiting: 52, bulk: 51 }]);
    });
  });
}
