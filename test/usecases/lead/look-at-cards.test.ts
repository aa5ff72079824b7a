import { expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { lookAtCards } from '../../../src/usecases/lead/look-at-cards.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

const waiting = (ctx: TestContext) =>
  ctx.db.transaction(async ({ sql }) => {
    const rows = await sql.selectFrom('outbox').select('id').where('status', '=', 'pending').execute();
    return rows.length;
  });

it.each(DIALECTS)(
  'Each card is looked at once a day, a few a minute, and none that is on its way, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const leads = Array.from({ length: 20 }, (_, n) => ({ source: 'Web', name: `Lead ${n}` }));
    await receiveLeads(ctx, leads, { by: 'api', post: 'all' });
    expect(await lookAtCards(ctx)).toBe(0);
    await ctx.db.transaction(({ sql }) =>
      sql.updateTable('outbox').set({ status: 'sent', lane: 'edit', shownHash: 'same' }).execute(),
    );
    expect(await lookAtCards(ctx)).toBe(0);
    ctx.clock.move(DAY);
    const minutes = [];
    for (let n = 0; n < 5; n++) minutes.push(await lookAtCards(ctx));
    expect(minutes).toEqual([8, 8, 4, 0, 0]);
    expect(await waiting(ctx)).toBe(20);
    ctx.clock.move(DAY);
    expect(await lookAtCards(ctx)).toBe(8);
  },
);
