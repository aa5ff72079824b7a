import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { findTrouble } from '../../../src/store/outbox/trouble.ts';
import { viewSettings } from '../../../src/usecases/team/load-settings.ts';
import { changeSharing, watchSharing } from '../../../src/usecases/team/watch-sharing.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { FIELD, LEADS, MARKETING, SCORECARD } from '../../support/people.ts';

const sharedIn = async (ctx: TestContext) =>
  (await viewSettings(ctx)).sharing.filter(({ isShared }) => isShared).map(({ channel }) => channel);

const notices = (ctx: TestContext) =>
  ctx.db.transaction(async ({ sql }) => {
    const rows = await sql.selectFrom('outbox').select('id').where('kind', '=', 'notice').execute();
    return rows.length;
  });

for (const dialect of DIALECTS) {
  describe(`channels that are shared, on ${dialect}`, () => {
    it('are asked about at once and then once a day, and managers hear once', async () => {
      const ctx = await testContext(dialect);
      const asked: string[] = [];
      const lookUp = async (channel: string) => {
        asked.push(channel);
        return channel === LEADS;
      };
      expect(await watchSharing(ctx, lookUp)).toBe(4);
      expect(asked).toEqual([LEADS, FIELD, MARKETING, SCORECARD]);
      expect(await watchSharing(ctx, lookUp)).toBe(0);
      expect(await sharedIn(ctx)).toEqual([LEADS]);
      expect(await notices(ctx)).toBe(1);
      ctx.clock.move(DAY);
      expect(await watchSharing(ctx, lookUp)).toBe(4);
      await changeSharing(ctx, { channel: LEADS, isShared: true });
      expect(await notices(ctx)).toBe(1);
    });

    it('are as Slack tells by itself, and are told again when they begin again', async () => {
      const ctx = await testContext(dialect);
      await changeSharing(ctx, { channel: FIELD, isShared: true });
      await changeSharing(ctx, { channel: 'C_OF_NOBODY', isShared: true });
      expect(await sharedIn(ctx)).toEqual([FIELD]);
      await changeSharing(ctx, { channel: FIELD, isShared: false });
      expect(await sharedIn(ctx)).toEqual([]);
      expect(await ctx.db.transaction((tx) => findTrouble(tx, `shared:${FIELD}`))).toBeNull();
      ctx.clock.move(1);
      await changeSharing(ctx, { channel: FIELD, isShared: true });
      expect(await notices(ctx)).toBe(2);
    });

    it('wait for the next minute where Slack cannot be asked, and are none where it does not know them', async () => {
      const ctx = await testContext(dialect);
      const fails = async () => {
        throw new Error('ratelimited');
      };
      await expect(watchSharing(ctx, fails)).rejects.toThrow('ratelimited');
      expect(await watchSharing(ctx, async () => null)).toBe(4);
      expect(await sharedIn(ctx)).toEqual([]);
    });
  });
}
