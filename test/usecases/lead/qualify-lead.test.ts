import { describe, expect, it } from 'vitest';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, qualification, receiveOne, refusal } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that is qualified, on ${dialect}`, () => {
    it('is qualified with the checklist, which claims it as well', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId, ANA, { amount: '18,000', nextStep: 'Demo' }));
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'qualified',
        owner: ANA,
        value: { minor: 1_800_000, currency: 'EUR' },
        contactedAt: ctx.clock.now(),
        qualification: { definitionVersion: 1, missed: [], nextStep: 'Demo' },
      });
    });

    it('is worth what was typed, with a decimal comma and in the currency beside it', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const typed = (amount: string) => qualifyLead(ctx, qualification(leadId, ANA, { amount }));
      // ../shared/cases/06b-currency-sign, step 2: which dollar?
      expect((await refusal(typed('$18000'))).problems).toMatchObject([{ field: 'amount' }]);
      await typed('£1.234,56');
      expect((await leadNow(ctx, leadId))?.value).toEqual({ minor: 123_456, currency: 'GBP' });
    });

    it('is told of everything that is wrong with the form at once, each at its field', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const both = qualification(leadId, ANA, { amount: '18k', met: ['fits'] });
      const { problems } = await refusal(qualifyLead(ctx, both));
      expect(problems.map(({ field }) => field)).toEqual(['amount', 'exception']);
    });

    it('that misses something required needs a stated reason', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const refused = await refusal(
        qualifyLead(ctx, qualification(leadId, ANA, { met: ['fits', 'decides'] })),
      );
      expect(refused.problems[0]).toMatchObject({ field: 'exception' });
      expect(said(refused)).toContain('Has a need we solve');
      await qualifyLead(
        ctx,
        qualification(leadId, ANA, { met: ['fits', 'decides'], exception: 'Board asked us' }),
      );
      expect((await leadNow(ctx, leadId)).qualification?.exception).toBe('Board asked us');
    });
  });
}
