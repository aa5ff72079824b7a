import { describe, expect, it } from 'vitest';
import { listTroubles } from '../../../src/store/outbox/trouble.ts';
import { insertPeople } from '../../../src/store/team/person.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { watchOffices } from '../../../src/usecases/team/watch-offices.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { officesOf } from '../../support/offices.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';

for (const dialect of DIALECTS) {
  describe(`an office that nobody holds, on ${dialect}`, () => {
    it('is told once, to those who hold the other one, until somebody holds it', async () => {
      const ctx = await testContext(dialect);
      expect(await watchOffices(ctx)).toBe(0);
      await goneIs(ctx, MAX, true);
      expect([await watchOffices(ctx), await watchOffices(ctx)]).toEqual([1, 0]);
      expect(await notices(ctx)).toEqual([MIA]);
      await changeSettings(ctx, { person: BEN, change: () => ({ offices: officesOf([ANA]) }) });
      expect(await watchOffices(ctx)).toBe(0);
      expect(await ctx.db.transaction(listTroubles)).toEqual([]);
      await goneIs(ctx, MIA, true);
      expect(await watchOffices(ctx)).toBe(1);
      expect(await notices(ctx)).toEqual([MIA, ANA]);
    });

    it('is held again by an account that is back', async () => {
      const ctx = await testContext(dialect);
      await goneIs(ctx, MAX, true);
      await watchOffices(ctx);
      await goneIs(ctx, MAX, false);
      await watchOffices(ctx);
      expect(await ctx.db.transaction(listTroubles)).toEqual([]);
      const second = changeSettings(ctx, { person: ANA, change: () => ({ offices: officesOf([ANA]) }) });
      await expect(second).rejects.toThrow('managers_only');
    });

    it('says nothing where nobody was ever named', async () => {
      const ctx = await testContext(dialect, { firstStart: { managers: [], marketers: [] } });
      expect(await watchOffices(ctx)).toBe(0);
    });
  });
}

function goneIs(ctx: TestContext, id: typeof MAX, isGone: boolean): Promise<unknown> {
  return ctx.db.transaction(async (tx) => {
    await insertPeople(tx, [id], ctx.clock.now());
    const goneAt = isGone ? ctx.clock.now() : null;
    await tx.sql.updateTable('person').set({ goneAt }).where('id', '=', id).execute();
  });
}

async function notices(ctx: TestContext): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').orderBy('seq').execute(),
  );
  return rows.map(({ target }) => target);
}
