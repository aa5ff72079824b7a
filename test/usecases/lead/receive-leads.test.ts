import { describe, expect, it } from 'vitest';
import { RANK } from '../../../src/domain/announcement.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { announced, DANA, historyOf, leadNow, MINUTE, receiveOne } from '../../support/one-lead.ts';
import { LEADS } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that arrives, on ${dialect}`, () => {
    it('arrives as a card in the leads channel, with its arrival in the history', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      expect(await leadNow(ctx, leadId)).toMatchObject({
        ...DANA,
        state: 'new',
        owner: null,
        cardChannel: LEADS,
      });
      expect(await historyOf(ctx, leadId)).toEqual(['received by api']);
      expect(await announced(ctx)).toEqual(['lead_card to C_LEADS']);
    });

    it('delivered twice is no news, before or within the same call', async () => {
      const ctx = await testContext(dialect);
      const first = await receiveOne(ctx, { externalId: 'x1' });
      const again = await receiveLeads(
        ctx,
        [
          { ...DANA, externalId: 'x1', name: 'Somebody else' },
          { ...DANA, externalId: 'x2' },
          { ...DANA, externalId: 'x2' },
          { ...DANA, source: 'Fair', externalId: 'x1' },
        ],
        { by: 'api', post: 'all' },
      );
      expect(again.map((lead) => lead.duplicate)).toEqual([true, false, true, false]);
      expect(again[0]!.id).toBe(first);
      expect(again[2]!.id).toBe(again[1]!.id);
      expect((await leadNow(ctx, first)).name).toBe('Dana Whitfield');
    });

    it('delivered at the same moment by eight senders is one lead', async () => {
      const ctx = await testContext(dialect);
      const all = await Promise.all(
        Array.from({ length: 8 }, () =>
          receiveLeads(ctx, [{ ...DANA, externalId: 'x' }], { by: 'api', post: 'all' }),
        ),
      );
      expect(new Set(all.flat().map((lead) => lead.id)).size).toBe(1);
      expect(all.flat().filter((lead) => !lead.duplicate)).toHaveLength(1);
    });

    it('of a file waits behind those that come by themselves', async () => {
      const ctx = await testContext(dialect);
      await receiveLeads(ctx, [{ ...DANA, priority: 'hot' }], { by: 'import', post: 'all' });
      await receiveLeads(ctx, [DANA, { ...DANA, priority: 'hot' }], { by: 'api', post: 'all' });
      const cards = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('rank').where('kind', '=', 'lead_card').orderBy('seq').execute(),
      );
      expect(cards.map(({ rank }) => rank)).toEqual([RANK.bulk, RANK.live, RANK.hot]);
    });

    it('that is old gets no card when a file asks for recent ones only', async () => {
      const ctx = await testContext(dialect);
      const old = ctx.clock.now() - 4 * 24 * 60 * MINUTE;
      await receiveLeads(ctx, [{ ...DANA, receivedAt: old }], { by: 'import', post: 'recent' });
      expect(await announced(ctx)).toEqual([]);
    });
  });
}
