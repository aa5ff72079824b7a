import { expect, it } from 'vitest';
import { listTroubles } from '../../../src/store/outbox/trouble.ts';
import { endDeafness, tellDeafness } from '../../../src/usecases/outbox/tell-deafness.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

it.each(DIALECTS)('deafness is told once, until it is over, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  const troubles = () => ctx.db.transaction(listTroubles);
  await tellDeafness(ctx, 'http_503');
  await tellDeafness(ctx, 'hello_timeout');
  expect(await troubles()).toMatchObject([
    { subject: 'socket', code: 'hello_timeout', facts: { code: 'deaf', word: 'http_503' } },
  ]);
  await endDeafness(ctx);
  await endDeafness(ctx);
  expect(await troubles()).toEqual([]);
});
