import { expect, it } from 'vitest';
import { bringDropped, bringFiles, refuseFiles } from '../../../src/usecases/brought-file/bring-files.ts';
import { BROUGHT, storedFiles } from '../../support/brought-file.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';

it('A file is one, however often Slack tells of it', async () => {
  for (const dialect of DIALECTS) {
    const ctx = await testContext(dialect);
    await bringFiles(ctx, BROUGHT);
    await bringFiles(ctx, BROUGHT);
    await bringDropped(ctx, BROUGHT);
    expect(await storedFiles(ctx)).toMatchObject([{ person: MIA, name: 'fair.csv', state: 'waiting' }]);
  }
});

it('Five of a message are looked at; of somebody who may not bring any, one is refused', async () => {
  const ctx = await testContext('sqlite');
  const files = Array.from({ length: 7 }, (_, at) => ({ fileId: `F${at}`, name: `${at}.csv` }));
  await bringDropped(ctx, { ...BROUGHT, files });
  expect(await storedFiles(ctx)).toHaveLength(5);
  await bringDropped(ctx, { ...BROUGHT, person: ANA, channel: 'D_ANA', files });
  expect((await storedFiles(ctx)).slice(5)).toMatchObject([{ person: ANA, state: 'refused' }]);
  await expect(bringFiles(ctx, { ...BROUGHT, person: ANA })).rejects.toMatchObject({
    refusal: { code: 'files_not_yours' },
  });
});

it('What stands in the way of all is told to their person alone', async () => {
  const ctx = await testContext('sqlite');
  await refuseFiles(ctx, MIA, 'Too many.');
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('privateAnswer').selectAll().execute());
  expect(rows).toMatchObject([{ person: MIA, text: 'Too many.' }]);
});
