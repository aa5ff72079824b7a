import { describe, expect, it } from 'vitest';
import { undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { closeLead } from '../../../src/usecases/lead/close-lead.ts';
import { prepareClose } from '../../../src/usecases/lead/prepare-close.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, qualification, receiveOne } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';
import { qualifiedLead, won } from '../../support/won-lead.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that is won, on ${dialect}`, () => {
    it('is won by its owner with the value it was qualified with', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId, ANA, { amount: '900' }));
      await closeLead(ctx, {
        leadId,
        person: ANA,
        outcome: 'won',
        amount: null,
        currency: null,
        on: null,
        reason: null,
      });
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'won',
        value: { minor: 90_000 },
        closedAt: ctx.clock.now(),
      });
    });
  });
}

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`won and lost, said in Slack, on ${dialect}`, () => {
    it('takes a value in another currency and the day on which it happened', async () => {
      const ctx = await testContext(dialect);
      const leadId = await qualifiedLead(ctx);
      ctx.clock.move(3 * DAY);
      const lead = await closeLead(ctx, won(leadId, { amount: '21,500', currency: 'USD', on: '2026-11-18' }));
      expect(lead).toMatchObject({ state: 'won', value: { minor: 2_150_000, currency: 'USD' } });
      expect(lead.closedAt).toBe(Date.parse('2026-11-18T23:59Z'));
      await undoMove(ctx, { leadId, person: ANA });
      expect((await prepareClose(ctx, { leadId, person: ANA })).today).toBe('2026-11-20');
    });

    it('refuses a day that has not been, or before the lead arrived, beside the day', async () => {
      const ctx = await testContext(dialect);
      const leadId = await qualifiedLead(ctx);
      for (const on of ['2026-11-18', '2026-11-16', 'someday']) {
        await expect(closeLead(ctx, won(leadId, { on }))).rejects.toMatchObject({
          kind: 'invalid',
          problems: [{ field: 'on' }],
        });
      }
    });
  });
}
