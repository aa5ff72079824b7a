import { describe, expect, it } from 'vitest';
import {
  findSources,
  resolveOrigins,
  type ToldOrigin,
} from '../../../src/usecases/source/resolve-origins.ts';
import { perform } from '../../../src/usecases/work.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';

function resolved(ctx: TestContext, ...told: ToldOrigin[]) {
  return perform(ctx, 'api', async (work) => {
    const origins = await resolveOrigins(work, told);
    return origins.map(({ source, campaign, spelled }) => ({
      ...{ source: source?.name ?? null, campaign: campaign?.name ?? null },
      stored: [spelled.source, spelled.campaign],
    }));
  });
}

const named = (source: string | null, campaign: string | null = null, stored = [source, campaign]) => ({
  ...{ source, campaign, stored },
});

for (const dialect of DIALECTS)
  describe(`what comes in is given its source and its campaign, on ${dialect}`, () => {
    it('by any spelling, of which the first is the name', async () => {
      const ctx = await testContext(dialect);
      expect(await resolved(ctx, { source: 'Cafe\u0301  Expo' })).toEqual([named('Café Expo')]);
      expect(await resolved(ctx, { source: 'CAFÉ-EXPO' }, { source: 'Cafe Expo' }, { source: null })).toEqual(
        [named('Café Expo'), named('Cafe Expo'), named(null)],
      );
    });

    it('by our own id', async () => {
      const ctx = await testContext(dialect);
      const id = await perform(ctx, 'api', async (work) => {
        const [origin] = await resolveOrigins(work, [{ source: 'Webinar' }]);
        return origin?.source?.id ?? '';
      });
      expect(await resolved(ctx, { source: id })).toEqual([named('Webinar')]);
      const known = await ctx.db.transaction((tx) => findSources({ tx }, ['webinar', id, 'Fair', null]));
      expect([...known.keys()]).toEqual(['webinar', id]);
    });

    it('and two spellings that are new in one delivery are one', async () => {
      const ctx = await testContext(dialect);
      const told = [
        { source: 'Google Ads', campaign: 'Hotels  Q4' },
        { source: 'google ads', campaign: 'hotels q4' },
      ];
      const one = named('Google Ads', 'Hotels Q4');
      expect(await resolved(ctx, ...told)).toEqual([one, one]);
    });

    it('and a campaign belongs to its source', async () => {
      const ctx = await testContext(dialect);
      const told = [
        { source: 'Google Ads', campaign: 'Hotels' },
        { source: 'Meta', campaign: 'HOTELS' },
      ];
      expect(await resolved(ctx, ...told)).toEqual([named('Google Ads', 'Hotels'), named('Meta', 'HOTELS')]);
    });

    it('and a campaign whose id came first gets the name that its platform’s report says', async () => {
      const ctx = await testContext(dialect);
      const lead = { source: 'Google Ads', campaign: '20999888777' };
      expect(await resolved(ctx, lead)).toEqual([named('Google Ads', '20999888777')]);
      const report = { source: 'Google Ads', campaign: 'Hotels Q4', campaignId: '20999888777' };
      expect(await resolved(ctx, report)).toEqual([named('Google Ads', 'Hotels Q4')]);
      expect(await resolved(ctx, lead)).toEqual([
        named('Google Ads', 'Hotels Q4', ['Google Ads', '20999888777']),
      ]);
    });

    it('and one that was known by both alone becomes one when a report names both', async () => {
      const ctx = await testContext(dialect);
      await resolved(ctx, { source: 'Google Ads', campaign: 'Hotels Q4' });
      await resolved(ctx, { source: 'Google Ads', campaign: '20999888777' });
      await resolved(ctx, { source: 'Google Ads', campaign: 'Hotels Q4', campaignId: '20999888777' });
      expect(await resolved(ctx, { source: 'Google Ads', campaign: '20999888777' })).toMatchObject([
        { campaign: 'Hotels Q4' },
      ]);
    });

    it('and one that is renamed while its id stays is the same', async () => {
      const ctx = await testContext(dialect);
      const told = (campaign: string) => ({ source: 'Google Ads', campaign, campaignId: '20999888777' });
      await resolved(ctx, told('Hotels Q4'));
      expect(await resolved(ctx, told('Hotels winter'))).toMatchObject([{ campaign: 'Hotels Q4' }]);
      expect(await resolved(ctx, { source: 'Google Ads', campaign: 'hotels winter' })).toMatchObject([
        { campaign: 'Hotels Q4' },
      ]);
    });

    it('and of a name and an id that are two campaigns the id tells which', async () => {
      const ctx = await testContext(dialect);
      const told = (campaign: string, campaignId: string) => ({ source: 'Google Ads', campaign, campaignId });
      await resolved(ctx, told('Hotels', '111111'), told('Spas', '222222'));
      const swapped = await resolved(ctx, told('Hotels', '222222'));
      expect(swapped).toEqual([named('Google Ads', 'Spas', ['Google Ads', '222222'])]);
    });

    it('and a campaign without a source belongs to the one of that name, before and after', async () => {
      const ctx = await testContext(dialect);
      await resolved(ctx, { source: null, campaign: 'Hotels' });
      await resolved(ctx, { source: 'Google Ads', campaign: 'HOTELS' });
      expect(await resolved(ctx, { source: 'Google Ads', campaign: 'hotels' })).toMatchObject([
        { campaign: 'Hotels' },
      ]);
      await resolved(ctx, { source: 'Meta', campaign: 'Spas' });
      expect(await resolved(ctx, { source: null, campaign: 'spas' })).toEqual([
        named(null, 'Spas', [null, 'Spas']),
      ]);
    });
  });
