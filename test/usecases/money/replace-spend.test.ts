import { expect, it } from 'vitest';
import { listLedger } from '../../../src/usecases/money/ledger.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { spend } from '../../support/scorecard-facts.ts';

it.each(DIALECTS)(
  'A campaign is found again by its platform’s id, and by any spelling of its source, on %s',
  async (dialect) => {
    const ctx = await testContext(dialect);
    const named = {
      ...spend({ minor: 1, source: 'Google Ads', campaign: 'Hotels' }),
      campaignId: '20999888777',
    };
    await recordSpend(ctx, { by: 'api', spend: [named] });
    const byId = spend({ minor: 2, source: 'google-ads', campaign: '20999888777' });
    expect(await recordSpend(ctx, { by: 'api', spend: [byId] })).toMatchObject([{ replaced: 1 }]);
    expect(await listLedger(ctx, { limit: 9 })).toMatchObject([{ campaign: 'Hotels', amount: { minor: 2 } }]);
  },
);
