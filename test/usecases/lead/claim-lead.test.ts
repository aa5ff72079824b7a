import { describe, expect, it } from 'vitest';
import { claimLead, markContacted, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { historyOf, leadNow, receiveOne, refusal } from '../../support/one-lead.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that is claimed, on ${dialect}`, () => {
    it('claimed by two people at once has one owner, and the other hears who and when', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.move(3_000);
      const late = await refusal(claimLead(ctx, { leadId, person: BEN }));
      expect(said(late)).toBe('<@U_ANA> claimed this 3 seconds before you. You will get the next one.');
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'claimed', owner: ANA });
    });

    it('has exactly one winner in each of 40 races of five', async () => {
      const ctx = await testContext(dialect);
      for (let round = 0; round < 40; round++) {
        const leadId = await receiveOne(ctx);
        const racers = [ANA, BEN, MAX, ANA, BEN].map((person) => claimLead(ctx, { leadId, person }));
        const results = await Promise.allSettled(racers);
        const owners = results.flatMap((result) => (result.status === 'fulfilled' ? result.value.owner : []));
        expect(new Set(owners).size).toBe(1);
        expect(owners).not.toHaveLength(5);
        expect(await historyOf(ctx, leadId)).toEqual(['received by api', `claimed by ${owners[0]}`]);
      }
    });

    it('is decided by its owner or a manager, by nobody else', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      const refused = await refusal(markContacted(ctx, { leadId, person: BEN }));
      expect(refused.kind).toBe('forbidden');
      expect(said(refused)).toContain('Only <@U_ANA>, who works on this lead, or a manager');
      await markContacted(ctx, { leadId, person: MAX });
      expect((await leadNow(ctx, leadId)).contactedAt).toBe(ctx.clock.now());
    });

    it('given back is free for the next, and its history tells of both', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      await releaseLead(ctx, { leadId, person: ANA });
      await claimLead(ctx, { leadId, person: BEN });
      expect(await historyOf(ctx, leadId)).toEqual([
        'received by api',
        'claimed by U_ANA',
        'released by U_ANA',
        'claimed by U_BEN',
      ]);
    });
  });
}
