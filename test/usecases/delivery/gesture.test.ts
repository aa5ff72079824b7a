import { describe, expect, it } from 'vitest';
import type { Context, Gesture } from '../../../src/usecases/context.ts';
import { isGestureDone, RepeatedGesture, recordGesture } from '../../../src/usecases/delivery/gesture.ts';
import { snoozeLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { historyOf, MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';

const FORM: Gesture = { kind: 'form', key: 'lead_snooze_modal/V1/U_ANA/hash' };
const CLICK: Gesture = { kind: 'click', key: 'lead_claim/lead_1/C1/1.1/U_ANA' };

for (const dialect of DIALECTS) {
  describe(`what somebody did in Slack, on ${dialect}`, () => {
    it('a form that comes twice is taken once, and what it would do is not done again', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      const by: Context = { ...ctx, gesture: FORM };
      const snooze = () => snoozeLead(by, { leadId, person: ANA, date: '2026-12-01' });
      await snooze();
      await expect(snooze()).rejects.toThrow(RepeatedGesture);
      expect(await isGestureDone(by)).toBe(true);
      expect(await historyOf(ctx, leadId)).toEqual([
        'received by api',
        'claimed by U_ANA',
        'snoozed by U_ANA',
      ]);
    });

    it('a refused one was not done, and one that is rolled back neither', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const by: Context = { ...ctx, gesture: CLICK };
      await expect(releaseLead(by, { leadId, person: ANA })).rejects.toThrow();
      expect(await isGestureDone(by)).toBe(false);
      const broken = ctx.db.transaction(async (tx) => {
        await recordGesture(tx, CLICK, ctx.clock.now());
        throw new Error('The rest went wrong');
      });
      await expect(broken).rejects.toThrow('The rest went wrong');
      expect(await isGestureDone(by)).toBe(false);
    });

    it('a button may be meant again, and counts as done for two minutes', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const by: Context = { ...ctx, gesture: CLICK };
      await claimLead(by, { leadId, person: ANA });
      await releaseLead(ctx, { leadId, person: ANA });
      await claimLead(by, { leadId, person: ANA });
      expect(await isGestureDone(by)).toBe(true);
      ctx.clock.move(2 * MINUTE + 1);
      expect(await isGestureDone(by)).toBe(false);
      expect(await isGestureDone(ctx)).toBe(false);
    });
  });
}
