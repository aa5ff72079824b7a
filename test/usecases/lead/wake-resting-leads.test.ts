import { describe, expect, it } from 'vitest';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../../src/usecases/lead/wake-resting-leads.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { nextNagOf } from '../../support/next-nag.ts';
import { announced, leadNow, MINUTE, receiveOne } from '../../support/one-lead.ts';
import { BEN } from '../../support/people.ts';

const DAY = 24 * 60 * MINUTE;

for (const dialect of DIALECTS) {
  describe(`a lead that rests, on ${dialect}`, () => {
    it('that comes back to the channel has its clocks again, and the channel is told', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await rejectLead(ctx, { leadId, person: BEN, reasonCode: 'unreachable', detail: '3', note: null });
      ctx.clock.move(29 * DAY);
      expect(await wakeRestingLeads(ctx)).toBe(0);
      ctx.clock.move(DAY);
      expect(await wakeRestingLeads(ctx)).toBe(1);
      expect(await wakeRestingLeads(ctx)).toBe(0);
      const lead = await leadNow(ctx, leadId);
      expect(lead).toMatchObject({ state: 'new', owner: null, openSince: ctx.clock.now(), rejection: null });
      expect(await nextNagOf(ctx, leadId)).toBeGreaterThan(ctx.clock.now());
      expect(await announced(ctx)).toContain('lead_back to C_LEADS');
    });

    it('that comes back on the day it was told to goes to the same person first', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const rest = { leadId, person: BEN, reasonCode: 'bad_timing', detail: '2027-03-01', note: null };
      await rejectLead(ctx, rest);
      ctx.clock.moveTo(Date.parse('2027-03-01T09:00:00Z'));
      await wakeRestingLeads(ctx);
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'claimed', owner: BEN, contactedAt: null });
      expect(await announced(ctx)).toContain('lead_dm to U_BEN');
    });
  });
}
