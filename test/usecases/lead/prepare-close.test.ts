import { describe, expect, it } from 'vitest';
import { prepareClose } from '../../../src/usecases/lead/prepare-close.ts';
import { recordSpend } from '../../../src/usecases/money/record-spend.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA } from '../../support/people.ts';
import { qualifiedLead } from '../../support/won-lead.ts';

for (const dialect of DIALECTS) {
  describe(`the form for won, on ${dialect}`, () => {
    it('offers the currencies that the team has dealt in after its own', async () => {
      const ctx = await testContext(dialect);
      const leadId = await qualifiedLead(ctx);
      const period = { side: 'marketing', from: '2026-11-01', to: '2026-11-02' } as const;
      const spend = { ...period, source: 'Fair', campaign: null, amount: { minor: 5, currency: 'BRL' } };
      await recordSpend(ctx, { by: 'api', spend: [spend] });
      const { currencies } = await prepareClose(ctx, { leadId, person: ANA });
      expect(currencies.slice(0, 3)).toEqual(['EUR', 'BRL', 'USD']);
    });
  });
}
