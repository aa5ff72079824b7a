import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { Context } from '../../src/usecases/context.ts';
import { undoMove } from '../../src/usecases/lead/assign-lead.ts';
import { type CloseLeadInput, closeLead } from '../../src/usecases/lead/close-lead.ts';
import { prepareClose } from '../../src/usecases/lead/prepare-close.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recordSpend } from '../../src/usecases/money/record-spend.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA } from '../support/people.ts';

const DAY = 86_400_000;

async function qualifiedLead(ctx: Context): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ source: 'Fair', name: 'Dana Whitfield' }], {
    by: 'api',
    post: 'all',
  });
  const met = ['fits', 'need', 'decides', 'timing'];
  const rest = { exception: null, nextStep: null, nextStepOn: null, note: null };
  await qualifyLead(ctx, { leadId: received!.id, person: ANA, met, amount: '18000', ...rest });
  return received!.id;
}

const won = (leadId: LeadId, rest: Partial<CloseLeadInput>): CloseLeadInput => ({
  ...{ leadId, person: ANA, outcome: 'won', amount: null, currency: null, on: null, reason: null },
  ...rest,
});

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
