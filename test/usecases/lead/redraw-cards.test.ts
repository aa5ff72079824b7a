import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { redrawCards } from '../../../src/usecases/lead/redraw-cards.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { changeSharing } from '../../../src/usecases/team/watch-sharing.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { FIELD, LEADS, MAX } from '../../support/people.ts';

const receive = (ctx: TestContext, count: number) =>
  receiveLeads(
    ctx,
    Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n}` })),
    { by: 'api', post: 'all' },
  );

/** As if all of them were in Slack. */
const sendAll = (ctx: TestContext) =>
  ctx.db.transaction(({ sql }) => sql.updateTable('outbox').set({ status: 'sent', sentAt: 1 }).execute());

const waiting = (ctx: TestContext) =>
  ctx.db.transaction(async ({ sql }) => {
    const rows = await sql
      .selectFrom('outbox')
      .select('rank')
      .where('status', '=', 'pending')
      .where('kind', '=', 'lead_card')
      .execute();
    return rows.map(({ rank }) => rank);
  });

for (const dialect of DIALECTS) {
  describe(`cards whose channel may see less than before, on ${dialect}`, () => {
    it('are drawn again once, behind all that is new, and again when it may see more', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 120);
      expect(await redrawCards(ctx)).toBe(0);
      await sendAll(ctx);
      await changeSharing(ctx, { channel: LEADS, isShared: true });
      expect(await redrawCards(ctx)).toBe(120);
      const ranks = await waiting(ctx);
      expect(ranks).toHaveLength(120);
      expect(new Set(ranks)).toEqual(new Set([2]));
      expect(await redrawCards(ctx)).toBe(0);
      await changeSettings(ctx, { person: MAX, change: () => ({ showsToConnected: true }) });
      expect(await redrawCards(ctx)).toBe(120);
    });

    it('are left alone where they hang for longer than ninety days, and when another channel is shared', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 1);
      await redrawCards(ctx);
      await sendAll(ctx);
      ctx.clock.move(91 * DAY);
      await receive(ctx, 1);
      await changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
      expect(await redrawCards(ctx)).toBe(1);
      await changeSharing(ctx, { channel: FIELD, isShared: false });
      expect(await redrawCards(ctx)).toBe(0);
    });
  });
}
