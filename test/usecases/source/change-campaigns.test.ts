import { describe, expect, it } from 'vitest';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import {
  changeCampaign,
  mergeCampaigns,
  splitCampaign,
} from '../../../src/usecases/source/change-campaigns.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import { undoSourceChange } from '../../../src/usecases/source/undo-source-change.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { refusal } from '../../support/one-lead.ts';
import { MIA } from '../../support/people.ts';
import { allRows, campaignIdsOf, lastChange, leadFrom, linesBy, spendOn } from '../../support/sources.ts';

const NOTHING = { owner: null, brief: null, startsOn: null, endsOn: null };

for (const dialect of DIALECTS)
  describe(`campaigns are changed by people, on ${dialect}`, () => {
    it('renamed, with an owner, a brief and its days', async () => {
      const ctx = await testContext(dialect);
      await leadFrom(ctx, 'Google Ads', '20999888777');
      const [id] = await campaignIdsOf(ctx, '20999888777');
      const words = {
        name: 'Hotels Q4',
        owner: MIA,
        brief: 'Chains',
        startsOn: '2026-10-01',
        endsOn: '2026-12-31',
      };
      await changeCampaign(ctx, { by: MIA, id: id!, words });
      await leadFrom(ctx, 'Google Ads', 'hotels q4');
      expect(await linesBy(ctx, 'campaign')).toEqual([['Hotels Q4', 2, null]]);
      const { campaigns } = await listSourcesAndCampaigns(ctx, MIA);
      expect(campaigns).toMatchObject([{ ...words, leads: 2 }]);
      const backwards = { ...words, endsOn: '2026-09-01' };
      const refused = await refusal(changeCampaign(ctx, { by: MIA, id: id!, words: backwards }));
      expect(refused.problems[0]?.refusal.code).toBe('campaign_ends_before_start');
      await leadFrom(ctx, 'Google Ads', 'Spas');
      const taken = await refusal(
        changeCampaign(ctx, { by: MIA, id: id!, words: { ...NOTHING, name: 'SPAS' } }),
      );
      expect(taken.refusal.code).toBe('spelling_taken');
    });

    it('merged, taken apart, and taken back', async () => {
      const ctx = await testContext(dialect);
      for (const name of ['Hotels', 'Hotel', 'Hotles', 'Spas']) await leadFrom(ctx, 'Meta', name);
      await spendOn(ctx, 'Meta', 'Hotles', 7_000);
      const before = await allRows(ctx);
      const [hotels, hotel, hotles] = await campaignIdsOf(ctx, 'Hotels', 'Hotel', 'Hotles');
      await mergeCampaigns(ctx, { by: MIA, into: hotels!, others: [hotel!, hotles!] });
      expect(await linesBy(ctx, 'campaign')).toEqual([
        ['Hotels', 3, 70],
        ['Spas', 1, null],
      ]);
      const merge = await lastChange(ctx);
      await splitCampaign(ctx, { by: MIA, id: hotels!, keys: ['hotles'] });
      expect(await linesBy(ctx, 'campaign')).toEqual([
        ['Hotels', 2, null],
        ['Hotles', 1, 70],
        ['Spas', 1, null],
      ]);
      await undoSourceChange(ctx, { by: MIA, id: await lastChange(ctx) });
      await undoSourceChange(ctx, { by: MIA, id: merge });
      const { campaigns, ...rest } = await allRows(ctx);
      expect({
        ...rest,
        campaigns: campaigns.filter(({ id }) => before.campaigns.some((was) => was.id === id)),
      }).toEqual(before);
    });

    it('but not across two sources', async () => {
      const ctx = await testContext(dialect);
      await leadFrom(ctx, 'Meta', 'Hotels');
      await leadFrom(ctx, 'Google Ads', 'Hotel');
      const [one, other] = await campaignIdsOf(ctx, 'Hotels', 'Hotel');
      const merge = mergeCampaigns(ctx, { by: MIA, into: one!, others: [other!] });
      expect((await refusal(merge)).refusal.code).toBe('campaigns_of_two_sources');
    });

    it('and what a platform’s report makes one can be taken apart again', async () => {
      const ctx = await testContext(dialect);
      await leadFrom(ctx, 'Google Ads', 'Hotels Q4');
      await leadFrom(ctx, 'Google Ads', '20999888777');
      const days = { from: '2026-11-01', to: '2026-11-30', amount: { minor: 60_000, currency: 'EUR' } };
      const row = { side: 'marketing' as const, source: 'Google Ads', campaign: 'Hotels Q4', ...days };
      await recordSpend(ctx, { by: 'import', spend: [{ ...row, campaignId: '20999888777' }] });
      expect(await linesBy(ctx, 'campaign')).toEqual([['Hotels Q4', 2, 600]]);
      await undoSourceChange(ctx, { by: MIA, id: await lastChange(ctx) });
      expect(await linesBy(ctx, 'campaign')).toEqual([
        ['20999888777', 1, null],
        ['Hotels Q4', 1, 600],
      ]);
    });
  });
