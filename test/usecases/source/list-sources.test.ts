import { expect, it } from 'vitest';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { testContext } from '../../support/context.ts';
import { refusal } from '../../support/one-lead.ts';
import { ANA, MIA } from '../../support/people.ts';
import { leadFrom, spendOn } from '../../support/sources.ts';

const DAY = 86_400_000;

it('Sources and campaigns are listed with the leads and the spend of 90 days, the busiest first', async () => {
  const ctx = await testContext('sqlite');
  await leadFrom(ctx, 'Fair');
  ctx.clock.move(91 * DAY);
  for (const n of [1, 2]) await leadFrom(ctx, 'Google Ads', n === 1 ? 'Hotels' : '20999888777');
  await spendOn(ctx, 'google ads', 'hotels', 3_000);
  const { sources, campaigns } = await listSourcesAndCampaigns(ctx, MIA);
  expect(sources.map(({ name, leads }) => [name, leads])).toEqual([
    ['Google Ads', 2],
    ['Fair', 0],
  ]);
  expect(campaigns.map(({ name, leads, spellings }) => [name, leads, spellings[0]?.isId])).toEqual([
    ['20999888777', 1, true],
    ['Hotels', 1, false],
  ]);
  expect((await refusal(listSourcesAndCampaigns(ctx, ANA))).refusal.code).toBe('sources_not_yours');
});
