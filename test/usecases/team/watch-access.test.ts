import { describe, expect, it } from 'vitest';
import { listTroubles } from '../../../src/store/outbox/trouble.ts';
import { type ChannelState, watchAccess } from '../../../src/usecases/team/watch-access.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { FIELD, LEADS, MARKETING } from '../../support/people.ts';

const troubles = async (ctx: TestContext) =>
  (await ctx.db.transaction(listTroubles)).map(({ subject, facts }) => [subject, facts.code]);

const look = (states: Record<string, ChannelState>, missing: string[] = []) => ({
  channel: async (id: string) => states[id] ?? 'member',
  missingScopes: async () => missing,
});

for (const dialect of DIALECTS) {
  describe(`what Slack has not given us, on ${dialect}`, () => {
    it('is told once, until it is given: a channel that we are not in, and a scope', async () => {
      const ctx = await testContext(dialect);
      const bare = look({ [LEADS]: 'outside' }, ['im:write']);
      expect(await watchAccess(ctx, bare)).toEqual({ told: [`outside:${LEADS}`, 'scopes'], wrong: 2 });
      expect(await watchAccess(ctx, bare)).toEqual({ told: [], wrong: 2 });
      expect(await watchAccess(ctx, look({}, ['im:write', 'files:read']))).toEqual({ told: [], wrong: 1 });
      expect(await ctx.db.transaction(listTroubles)).toMatchObject([
        { facts: { code: 'scopes_missing', scopes: ['im:write', 'files:read'] } },
      ]);
      expect(await watchAccess(ctx, look({}))).toEqual({ told: [], wrong: 0 });
      expect(await troubles(ctx)).toEqual([]);
    });

    it('refuses our messages where a channel is archived or hidden, and no longer once we are in', async () => {
      const ctx = await testContext(dialect);
      await watchAccess(ctx, look({ [FIELD]: 'archived', [MARKETING]: 'unknown' }));
      expect(await troubles(ctx)).toEqual([
        [`destination:${FIELD}`, 'destination_refused'],
        [`destination:${MARKETING}`, 'destination_refused'],
      ]);
      await watchAccess(ctx, look({}));
      expect(await troubles(ctx)).toEqual([]);
    });
  });
}
