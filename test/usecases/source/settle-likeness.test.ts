import { describe, expect, it } from 'vitest';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { acceptGuess, declineGuess, keepApart } from '../../../src/usecases/source/settle-likeness.ts';
import { undoSourceChange } from '../../../src/usecases/source/undo-source-change.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { lastChange, leadFrom, linesBy } from '../../support/sources.ts';

const BO = { externalId: 'crm-7', name: 'Bo Lind', email: 'bo@two.example' };

async function receive(ctx: TestContext, source: string, changes = {}) {
  const [received] = await receiveLeads(ctx, [{ ...BO, source, ...changes }], { by: 'api', post: 'none' });
  return received?.duplicate;
}

async function guess(ctx: TestContext) {
  const { guesses } = await listSourcesAndCampaigns(ctx, MIA);
  const [first] = guesses;
  return { by: MIA, key: first!.key, sourceId: first!.source.id };
}

for (const dialect of DIALECTS)
  describe(`people say what is the same, on ${dialect}`, () => {
    it('a name under which known leads came is another spelling', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Webinar');
      await receive(ctx, 'Webinars');
      const { guesses } = await listSourcesAndCampaigns(ctx, MIA);
      expect(guesses).toMatchObject([{ text: 'Webinars', leads: 1, source: { name: 'Webinar' } }]);
      await acceptGuess(ctx, await guess(ctx));
      await receive(ctx, 'Webinars', { externalId: 'crm-8', email: 'cy@three.example' });
      expect(await linesBy(ctx, 'source')).toEqual([['Webinar', 2, null]]);
      expect((await listSourcesAndCampaigns(ctx, MIA)).guesses).toEqual([]);
    });

    it('or is merged, where it has leads of its own', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Webinar');
      await receive(ctx, 'Webinars');
      await receive(ctx, 'Webinars', { externalId: 'crm-8', email: 'cy@three.example' });
      await acceptGuess(ctx, await guess(ctx));
      expect(await linesBy(ctx, 'source')).toEqual([['Webinar', 2, null]]);
      await undoSourceChange(ctx, { by: MIA, id: await lastChange(ctx) });
      expect((await linesBy(ctx, 'source')).length).toBe(2);
      expect((await listSourcesAndCampaigns(ctx, MIA)).guesses).toHaveLength(1);
    });

    it('or another source, and a number that both know is two leads from then on', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, 'Webinar');
      expect(await receive(ctx, 'Webinars')).toBe(true);
      await declineGuess(ctx, await guess(ctx));
      expect(await receive(ctx, 'Webinars')).toBe(false);
      const { guesses, alikeSources } = await listSourcesAndCampaigns(ctx, MIA);
      expect([guesses, alikeSources]).toEqual([[], []]);
    });

    it('and what only looks alike is not shown again', async () => {
      const ctx = await testContext(dialect);
      for (const source of ['Hotels', 'Hotelz']) await leadFrom(ctx, source);
      const { alikeSources } = await listSourcesAndCampaigns(ctx, MIA);
      const things = alikeSources.flatMap(({ into, others }) => [into, ...others]);
      expect(things.map(({ name }) => name).sort()).toEqual(['Hotels', 'Hotelz']);
      await keepApart(ctx, { by: MIA, code: 'source', ids: things.map(({ id }) => id) });
      expect((await listSourcesAndCampaigns(ctx, MIA)).alikeSources).toEqual([]);
    });
  });
