import { expect, it } from 'vitest';
import { insertKey } from '../../../src/store/delivery/idempotency.ts';
import { forgetDeliveries } from '../../../src/usecases/delivery/forget-deliveries.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)('A call may be repeated under its key for 30 days, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  const delivery = { route: 'leads', key: 'november', bodyHash: '' };
  await ctx.db.transaction((tx) => insertKey(tx, delivery, ctx.clock.now()));
  ctx.clock.move(30 * 86_400_000);
  expect(await forgetDeliveries(ctx)).toBe(0);
  ctx.clock.move(1);
  expect(await forgetDeliveries(ctx)).toBe(1);
  expect(await ctx.db.transaction((tx) => insertKey(tx, delivery, ctx.clock.now()))).toBe(true);
});
