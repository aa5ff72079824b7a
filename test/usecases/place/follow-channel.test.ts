import { describe, expect, it } from 'vitest';
import { listTroubles } from '../../../src/store/outbox/trouble.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { loseChannel, regainChannel, renameEverywhere } from '../../../src/usecases/place/follow-channel.ts';
import { moveMessages } from '../../../src/usecases/place/move-messages.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { FIELD, LEADS } from '../../support/people.ts';

const codes = async (ctx: TestContext) => (await ctx.db.transaction(listTroubles)).map(({ code }) => code);

const notices = (ctx: TestContext) =>
  ctx.db.transaction(({ sql }) =>
    sql.selectFrom('outbox').select('ref').where('kind', '=', 'notice').execute(),
  );

for (const dialect of DIALECTS) {
  describe(`A channel of the team, on ${dialect}`, () => {
    it('that is archived is told once, and is over as soon as it is back', async () => {
      const ctx = await testContext(dialect);
      await loseChannel(ctx, { channel: LEADS, word: 'is_archived' });
      await loseChannel(ctx, { channel: LEADS, word: 'is_archived' });
      expect([await codes(ctx), (await notices(ctx)).length]).toEqual([['is_archived'], 1]);
      await regainChannel(ctx, { channel: LEADS, words: ['channel_not_found', 'not_in_channel'] });
      expect(await codes(ctx)).toEqual(['is_archived']);
      await regainChannel(ctx, { channel: LEADS, words: ['is_archived'] });
      expect(await codes(ctx)).toEqual([]);
    });

    it('is the only one that anybody cares for', async () => {
      const ctx = await testContext(dialect);
      await loseChannel(ctx, { channel: 'C_LUNCH', word: 'is_archived' });
      await renameEverywhere(ctx, { from: 'C_LUNCH', to: 'C_DINNER' });
      expect(await codes(ctx)).toEqual([]);
    });

    it('that gets another id takes all with it, and nothing is moved', async () => {
      const ctx = await testContext(dialect);
      await receiveLeads(ctx, [{ source: 'Web', name: 'Dana' }], { by: 'api', post: 'all' });
      await moveMessages(ctx);
      await renameEverywhere(ctx, { from: LEADS, to: 'C_OTHER' });
      expect(await viewSettings(ctx)).toMatchObject({ leadsChannel: 'C_OTHER', fieldChannel: FIELD });
      expect(await moveMessages(ctx)).toBe(0);
      const targets = await ctx.db.transaction(({ sql }) =>
        sql.selectFrom('outbox').select('target').execute(),
      );
      expect(targets).toEqual([{ target: 'C_OTHER' }]);
    });
  });
}
