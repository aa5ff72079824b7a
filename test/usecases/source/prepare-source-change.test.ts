import { expect, it } from 'vitest';
import { changeSource } from '../../../src/usecases/source/change-sources.ts';
import {
  prepareCampaign,
  prepareSource,
  searchMergeTargets,
  searchSources,
} from '../../../src/usecases/source/prepare-source-change.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MIA } from '../../support/people.ts';
import { campaignIdsOf, idsOf, leadFrom } from '../../support/sources.ts';

it.each(DIALECTS)('What a form begins with is told to whoever may change it, on %s', async (dialect) => {
  const ctx = await testContext(dialect);
  await leadFrom(ctx, 'Google Ads', 'Hotels');
  const [source] = await idsOf(ctx, 'Google Ads');
  const [campaign] = await campaignIdsOf(ctx, 'Hotels');
  await changeSource(ctx, { by: MIA, id: source!, words: { spelling: 'AdWords' } });
  const spellings = [{ text: 'Google Ads' }, { text: 'AdWords' }];
  const prepared = await prepareSource(ctx, MIA, source!);
  expect(prepared).toMatchObject({ code: 'source', name: 'Google Ads' });
  expect(prepared.spellings.map(({ text }) => ({ text }))).toEqual(expect.arrayContaining(spellings));
  expect(await prepareCampaign(ctx, MIA, campaign!)).toMatchObject({
    ...{ code: 'campaign', name: 'Hotels', spellings: [{ text: 'Hotels' }] },
  });
  for (const asked of [prepareSource(ctx, ANA, source!), prepareCampaign(ctx, ANA, campaign!)])
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'sources_not_yours' } });
});

it('A source is found by any spelling; what it may be merged into are the others', async () => {
  const ctx = await testContext('sqlite');
  for (const name of ['Google Ads', 'Webinar', 'Webdesk']) await leadFrom(ctx, name);
  const [google, webinar] = await idsOf(ctx, 'Google Ads', 'Webinar');
  await changeSource(ctx, { by: MIA, id: google!, words: { spelling: 'AdWords' } });
  const named = (found: { name: string }[]) => found.map(({ name }) => name);
  expect(named(await searchSources(ctx, MIA, 'adwords'))).toEqual(['Google Ads']);
  expect(named(await searchSources(ctx, MIA, 'Webniar'))).toEqual(['Webinar']);
  expect(named(await searchSources(ctx, MIA, ' '))).toEqual(['Google Ads', 'Webdesk', 'Webinar']);
  const asked = { code: 'source', id: webinar!, typed: 'web' } as const;
  expect(named(await searchMergeTargets(ctx, MIA, asked))).toEqual(['Webdesk']);
});

it('A campaign may be merged into those of its source, and into those of none', async () => {
  const ctx = await testContext('sqlite');
  await leadFrom(ctx, 'Google Ads', 'Hotels');
  await leadFrom(ctx, 'google-ads', 'Houses');
  await leadFrom(ctx, 'Fair', 'Munich');
  const [hotels] = await campaignIdsOf(ctx, 'Hotels');
  const asked = { code: 'campaign', id: hotels!, typed: '' } as const;
  expect((await searchMergeTargets(ctx, MIA, asked)).map(({ name }) => name)).toEqual(['Houses']);
  expect(await searchMergeTargets(ctx, MIA, { ...asked, id: 'campaign_none' })).toEqual([]);
});
