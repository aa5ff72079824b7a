import { expect, it } from 'vitest';
import { insertPeople } from '../../../src/store/team/person.ts';
import { tellManagers } from '../../../src/usecases/outbox/tell-managers.ts';
import { perform } from '../../../src/usecases/work.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';

async function told(ctx: TestContext): Promise<string[]> {
  await perform(ctx, 'tango', (work) => tellManagers(work, 'scopes'));
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').execute(),
  );
  return rows.map(({ target }) => target);
}

it.each(DIALECTS)(
  'A trouble is told to managers whose accounts live; with none left marketing hears of it, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    expect(await told(ctx)).toEqual([MAX]);
    await ctx.db.transaction((tx) => tx.sql.deleteFrom('outbox').execute());
    await ctx.db.transaction(async (tx) => {
      await insertPeople(tx, [MAX, MIA], ctx.clock.now());
      await tx.sql.updateTable('person').set({ goneAt: 1 }).where('id', '=', MAX).execute();
    });
    expect(await told(ctx)).toEqual([MIA]);
  },
);
