import { expect, it } from 'vitest';
import { listSourceChanges } from '../../../src/store/source/change.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { editSources } from '../../../src/usecases/source/source-edit.ts';
import { testContext } from '../../support/context.ts';
import { MIA } from '../../support/people.ts';
import { idsOf, leadFrom } from '../../support/sources.ts';

it('A change that changes nothing is no change, and one of a row twice is kept as one', async () => {
  const ctx = await testContext('sqlite');
  await leadFrom(ctx, 'Fair');
  const [id] = await idsOf(ctx, 'Fair');
  const rename = (...names: string[]) =>
    editSources(ctx, MIA, async (edit) => {
      for (const name of names) await edit.patch('source', { id: id! }, { name });
    });
  await rename('Fair');
  expect((await listSourcesAndCampaigns(ctx, MIA)).changes).toEqual([]);
  await rename('Expo', 'Messe');
  const changes = await ctx.db.transaction((tx) => listSourceChanges(tx, 5));
  expect(changes.map(({ patches }) => patches)).toMatchObject([
    [{ before: { name: 'Fair' }, after: { name: 'Messe' } }],
  ]);
});
