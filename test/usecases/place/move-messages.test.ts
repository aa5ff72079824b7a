import { describe, expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { moveMessages } from '../../../src/usecases/place/move-messages.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { LEADS, MAX } from '../../support/people.ts';

const NEXT = 'C_NEXT';

const receive = (ctx: TestContext, name: string) =>
  receiveLeads(ctx, [{ source: 'Web', name }], { by: 'api', post: 'all' });

/** As if it had been posted, or were being posted. */
function put(ctx: TestContext, status: 'sent' | 'sending', lane: 'edit' | 'check') {
  return ctx.db.transaction(async ({ sql }) => {
    await sql
      .updateTable('outbox')
      .set({ status, lane, doubtSince: lane === 'check' ? 1 : null })
      .execute();
    const [card] = await sql.selectFrom('outbox').select('dedupeKey').execute();
    if (lane === 'check') return;
    const message = { key: card!.dedupeKey, channel: LEADS, ts: '1.000100', postedAt: 1 };
    await sql.insertInto('slackMessage').values(message).execute();
  });
}

const choose = (ctx: TestContext, leadsChannel: string) =>
  changeSettings(ctx, { person: MAX, change: () => ({ leadsChannel }) });

const cards = (ctx: TestContext) =>
  ctx.db.transaction(({ sql }) =>
    sql
      .selectFrom('outbox')
      .select(['target', 'status', 'lane'])
      .where('kind', '=', 'lead_card')
      .orderBy('seq')
      .execute(),
  );

for (const dialect of DIALECTS) {
  describe(`Messages whose channel was changed, on ${dialect}`, () => {
    it('go there once, and nothing is asked of the leads as long as nothing changes', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Dana');
      await put(ctx, 'sent', 'edit');
      expect(await moveMessages(ctx)).toBe(0);
      await choose(ctx, NEXT);
      expect(await moveMessages(ctx)).toBe(1);
      expect(await cards(ctx)).toEqual([{ target: NEXT, status: 'pending', lane: 'post' }]);
      expect(await moveMessages(ctx)).toBe(0);
    });

    it('are looked at again where one was under way: it stands in the old channel a moment later', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Dana');
      await put(ctx, 'sending', 'check');
      await choose(ctx, NEXT);
      await moveMessages(ctx);
      expect(await cards(ctx)).toMatchObject([{ target: LEADS, status: 'sending' }]);
      await put(ctx, 'sent', 'edit');
      expect(await moveMessages(ctx)).toBe(1);
      expect(await cards(ctx)).toEqual([{ target: NEXT, status: 'pending', lane: 'post' }]);
    });

    it('go to the last of several choices, also those that were made for the one between', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Dana');
      await choose(ctx, 'C_BETWEEN');
      await receive(ctx, 'Rui');
      await choose(ctx, NEXT);
      await moveMessages(ctx);
      expect((await cards(ctx)).map(({ target }) => target)).toEqual([NEXT, NEXT]);
    });
  });
}
