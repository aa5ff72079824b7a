import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/domain/time/duration.ts';
import { claimLead, markContacted, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { sendNags } from '../../../src/usecases/nag/send-nags.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { nextNagOf } from '../../support/next-nag.ts';
import { announced, historyOf, leadNow, receiveOne, refusal } from '../../support/one-lead.ts';
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

    it('comes to life with a card where it came out of an old file without one, and is chased like any other', async () => {
      const ctx = await testContext(dialect);
      const old = { source: 'Fair', name: 'Dana Whitfield', receivedAt: ctx.clock.now() - 90 * DAY };
      const [lead] = await receiveLeads(ctx, [old], { by: 'import', post: 'recent' });
      const leadId = lead!.id;
      expect(await leadNow(ctx, leadId)).toMatchObject({ cardChannel: null });
      expect(await nextNagOf(ctx, leadId)).toBeNull();
      await claimLead(ctx, { leadId, person: ANA });
      expect(await announced(ctx)).toEqual(['lead_card to C_LEADS', 'lead_line to C_LEADS in the thread']);
      const claimed = await leadNow(ctx, leadId);
      expect(claimed.cardChannel).toBe('C_LEADS');
      ctx.clock.moveTo((await nextNagOf(ctx, leadId)) ?? 0);
      expect(await sendNags(ctx)).toBe(1);
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
      expect(said(refused)).toContain('Only <@U_ANA> or a manager can');
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
