import { expect, it } from 'vitest';
import { KEPT_CURRENT_FOR } from '../../../src/domain/home.ts';
import { announceHomes, visitHome } from '../../../src/usecases/home/announce-homes.ts';
import { perform } from '../../../src/usecases/work.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN } from '../../support/people.ts';

it.each(DIALECTS)(
  'The Homes of those who looked lately are drawn again, and no others, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    await visitHome(ctx, ANA);
    const change = () => perform(ctx, 'tango', (work) => announceHomes(work, [ANA, BEN, null, ANA]));
    await change();
    expect(await drawn(ctx)).toEqual([{ target: ANA, generation: 2 }]);
    ctx.clock.move(KEPT_CURRENT_FOR + 1);
    await change();
    expect(await drawn(ctx)).toEqual([{ target: ANA, generation: 2 }]);
  },
);

function drawn(ctx: TestContext) {
  return ctx.db.transaction((tx) => tx.sql.selectFrom('outbox').select(['target', 'generation']).execute());
}
