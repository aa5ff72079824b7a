import { describe, expect, it } from 'vitest';
import { assignLead, handOverLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../../src/usecases/lead/close-lead.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { announced, leadNow, MINUTE, qualification, receiveOne, refusal } from '../../support/one-lead.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that goes from hand to hand, on ${dialect}`, () => {
    it('given to somebody tells them, with the note', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await assignLead(ctx, { leadId, person: MAX, to: BEN, note: 'You know them' });
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'claimed', owner: BEN });
      expect(await announced(ctx)).toContain('lead_dm to U_BEN');
      await handOverLead(ctx, { leadId, person: BEN, to: ANA, note: null });
      expect(await announced(ctx)).toContain('lead_dm to U_ANA');
    });

    it('taken back is as it was, for 15 minutes by oneself and longer by a manager', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      await qualifyLead(ctx, qualification(leadId, ANA, { amount: '500' }));
      const before = await leadNow(ctx, leadId);
      await closeLead(ctx, {
        leadId,
        person: ANA,
        outcome: 'lost',
        amount: null,
        currency: null,
        on: null,
        reason: null,
      });
      ctx.clock.move(16 * MINUTE);
      expect(said(await refusal(undoMove(ctx, { leadId, person: ANA })))).toContain(
        'more than 15 minutes ago',
      );
      await undoMove(ctx, { leadId, person: MAX });
      const { version, activeAt, ...life } = await leadNow(ctx, leadId);
      expect(before).toMatchObject(life);
    });
  });
}
