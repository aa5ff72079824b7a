import { expect, it } from 'vitest';
import { refuse } from '../../src/domain/refusals.ts';
import { AppError } from '../../src/errors.ts';
import { tryOut } from '../../src/usecases/try-out.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';

it.each(DIALECTS)(
  'what is only tried says what it would come to, and leaves nothing, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const pairs = () => ctx.db.transaction((tx) => tx.sql.selectFrom('sourceApart').selectAll().execute());
    const tried = await tryOut(ctx, 'import', async ({ tx }) => {
      await tx.sql.insertInto('sourceApart').values({ one: 'a', other: 'b' }).execute();
      return tx.sql.selectFrom('sourceApart').selectAll().execute();
    });
    expect(tried).toEqual([{ one: 'a', other: 'b' }]);
    expect(await pairs()).toEqual([]);
    await expect(
      tryOut(ctx, 'import', () => {
        throw refuse('spend_not_found');
      }),
    ).rejects.toThrow(AppError);
  },
);
