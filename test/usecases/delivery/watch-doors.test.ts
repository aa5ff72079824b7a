import { describe, expect, it } from 'vitest';
import type { Door, DoorResult } from '../../../src/domain/delivery/door.ts';
import { forgetDeliveries } from '../../../src/usecases/delivery/forget-deliveries.ts';
import { watchDoors } from '../../../src/usecases/delivery/watch-doors.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';
import { fulfilled, race } from '../../support/race.ts';

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`what was refused at the doors, on ${dialect}`, () => {
    it('is one row a day, door and result, however often it is counted', async () => {
      const ctx = await testContext(dialect);
      for (const count of [1, 400, 7]) await watch(ctx, 'typeform', 'wrong_secret', count);
      await watch(ctx, 'typeform', 'unsigned', 2);
      ctx.clock.move(DAY);
      await watch(ctx, 'typeform', 'wrong_secret', 3);
      expect(await rows(ctx)).toEqual([
        ['2026-11-17', 'typeform', 'unsigned', 2],
        ['2026-11-17', 'typeform', 'wrong_secret', 408],
        ['2026-11-18', 'typeform', 'wrong_secret', 3],
      ]);
    });

    it('is told to each manager once a day, with all that was refused since somebody came through', async () => {
      const ctx = await testContext(dialect, { firstStart: { managers: [MAX, MIA] } });
      await watch(ctx, 'typeform', 'accepted', 1);
      ctx.clock.move(DAY);
      expect(await watch(ctx, 'typeform', 'wrong_secret', 5)).toBe(1);
      expect(await watch(ctx, 'typeform', 'wrong_secret', 2)).toBe(0);
      expect(await told(ctx)).toEqual([MAX, MIA]);
      expect((await outboxState(ctx)).troubles).toMatchObject([
        { subject: 'door:typeform', facts: { since: '2026-11-18', refused: { wrong_secret: 7 } } },
      ]);
      ctx.clock.move(DAY);
      expect(await watch(ctx, 'typeform', 'wrong_secret', 1)).toBe(1);
      expect(await watch(ctx, 'typeform', 'wrong_secret', 1)).toBe(0);
      expect(await told(ctx)).toEqual([MAX, MAX, MIA, MIA]);
      expect((await outboxState(ctx)).troubles).toMatchObject([
        { subject: 'door:typeform', facts: { since: '2026-11-18', refused: { wrong_secret: 9 } } },
      ]);
    });

    it('is told to nobody on a day on which somebody came through, and is over when somebody does', async () => {
      const ctx = await testContext(dialect);
      await watch(ctx, 'meta', 'accepted', 1);
      expect(await watch(ctx, 'meta', 'wrong_secret', 50)).toBe(0);
      ctx.clock.move(DAY);
      expect(await watch(ctx, 'meta', 'wrong_secret', 50)).toBe(1);
      await watch(ctx, 'meta', 'accepted', 1);
      expect((await outboxState(ctx)).troubles).toEqual([]);
      expect(await watch(ctx, 'meta', 'wrong_secret', 1)).toBe(0);
      expect(await told(ctx)).toEqual([MAX]);
    });

    it('is told by one of two replicas that see it at the same moment, on the first day and on the next', async () => {
      const ctx = await testContext(dialect);
      for (const _day of [1, 2]) {
        const both = (['wrong_secret', 'too_large'] as const).map(
          (reason) => () => watch(ctx, 'google-ads', reason, 4),
        );
        expect(fulfilled(await race(ctx.db, 'trouble', both)).sort()).toEqual([0, 1]);
        ctx.clock.move(DAY);
      }
      expect((await rows(ctx)).map(([, , , count]) => count)).toEqual([4, 4, 4, 4]);
      expect(await told(ctx)).toEqual([MAX, MAX]);
    });

    it('goes by the team’s day, not by ours', async () => {
      const ctx = await testContext(dialect, { firstStart: { timezone: 'Pacific/Auckland' } });
      await watch(ctx, 'api', 'wrong_secret', 1);
      ctx.clock.move(DAY / 24);
      await watch(ctx, 'api', 'wrong_secret', 1);
      expect((await rows(ctx)).map(([day]) => day)).toEqual(['2026-11-17', '2026-11-18']);
    });

    it('is kept for 90 days', async () => {
      const ctx = await testContext(dialect);
      await watch(ctx, 'api', 'wrong_secret', 1);
      ctx.clock.move(90 * DAY);
      await forgetDeliveries(ctx);
      expect(await rows(ctx)).toHaveLength(1);
      ctx.clock.move(DAY);
      await forgetDeliveries(ctx);
      expect(await rows(ctx)).toEqual([]);
    });
  });
}

it('nothing counted asks nothing of the database', async () => {
  const ctx = await testContext('sqlite');
  await ctx.db.close();
  expect(await watchDoors(ctx, [])).toBe(0);
});

function watch(ctx: TestContext, door: Door, result: DoorResult, count: number): Promise<number> {
  return watchDoors(ctx, [{ door, result, count, at: ctx.clock.now() }]);
}

async function rows(ctx: TestContext) {
  const all = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('doorCount').selectAll().orderBy('day').orderBy('door').orderBy('result').execute(),
  );
  return all.map(({ day, door, result, count }) => [day, door, result, count] as const);
}

async function told(ctx: TestContext): Promise<string[]> {
  const all = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').orderBy('target').execute(),
  );
  return all.map(({ target }) => target);
}
