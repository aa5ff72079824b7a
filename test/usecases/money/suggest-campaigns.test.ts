import { expect, it } from 'vitest';
import { moneyOf } from '../../../src/domain/money/money.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { suggestCampaigns } from '../../../src/usecases/money/suggest-campaigns.ts';
import { tellSpend } from '../../../src/usecases/money/tell-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const DAYS = { from: '2026-11-01', to: '2026-11-02' };

for (const dialect of DIALECTS) {
  it(`Campaigns are found by name, by their platform’s id and with a letter off, and a new one is said to be new, on ${dialect}`, async () => {
    const ctx = await testContext(dialect);
    const long = `Spring ${'x'.repeat(180)}`;
    const of = (source: string, campaign: string, campaignId: string | null = null) => {
      return {
        ...DAYS,
        side: 'marketing' as const,
        source,
        campaign,
        campaignId,
        amount: moneyOf(12, 'EUR'),
      };
    };
    await recordSpend(ctx, {
      by: 'api',
      spend: [of('Google Ads', 'Hotels Q4', '20411'), of('Meta', 'Hotels Q4'), of('Meta', long)],
    });
    const ask = (typed: string) => suggestCampaigns(ctx, MAX, typed);
    expect((await ask('')).known.sort()).toEqual(['Hotels Q4', long]);
    expect(await ask('hotels-q4')).toMatchObject({ known: ['Hotels Q4'] });
    expect(await ask('20411')).toEqual({ known: ['Hotels Q4'], unknown: null });
    expect(await ask('Hotls Q4')).toEqual({ known: ['Hotels Q4'], unknown: 'Hotls Q4' });
    expect(await ask('Retail 🎉')).toEqual({ known: [], unknown: 'Retail 🎉' });
    await expect(suggestCampaigns(ctx, ANA, '')).rejects.toThrow(refused('spend_not_yours'));

    const told = { note: null, amount: '12', currency: 'EUR', days: DAYS, side: 'marketing', source: null };
    await tellSpend(ctx, {
      ...{ by: MAX, overlap: 'add', corrects: null },
      // A menu holds the beginning of a long one.
      told: { ...told, side: 'marketing', campaign: long.slice(0, 150) },
    });
    expect((await ask('')).known.sort()).toEqual(['Hotels Q4', long]);
  });
}
