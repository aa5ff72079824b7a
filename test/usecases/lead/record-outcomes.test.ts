import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { historyOf, leadNow, MINUTE, receiveOne } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead whose outcome the CRM knows, on ${dialect}`, () => {
    it('takes an outcome from the CRM in any state, even one from before its arrival, and only once', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { externalId: 'x1' });
      const at = ctx.clock.now() - 2 * 24 * 60 * MINUTE;
      const outcome = { externalId: 'x1', outcome: 'won', value: '100.50', at } as const;
      expect(await recordOutcomes(ctx, 'import', [outcome])).toEqual([{ status: 'recorded', leadId }]);
      expect(await recordOutcomes(ctx, 'import', [outcome])).toEqual([{ status: 'unchanged', leadId }]);
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'won',
        closedAt: at,
        value: { minor: 10_050 },
      });
      expect(await historyOf(ctx, leadId)).toEqual(['received by api', 'won by import']);
    });

    it('refuses an outcome that names no lead, or two, without losing the others', async () => {
      const ctx = await testContext(dialect);
      await receiveOne(ctx, { externalId: 'x1' });
      await receiveOne(ctx, { externalId: 'x1', source: 'Fair' });
      await receiveOne(ctx, { externalId: 'x2' });
      const results = await recordOutcomes(ctx, 'import', [
        { externalId: 'x1', outcome: 'won' },
        { externalId: 'nobody', outcome: 'won' },
        { externalId: 'x2', source: 'Fair', outcome: 'lost' },
        { externalId: 'x2', outcome: 'lost' },
        { externalId: 'x1', source: 'Fair', outcome: 'lost' },
        { leadId: 'lead_gone' as LeadId, outcome: 'won' },
        { outcome: 'won' },
      ]);
      expect(results.map((result) => ('because' in result ? result.because : result.status))).toEqual([
        refused('several_leads_of_external_id', { externalId: 'x1' }),
        refused('no_lead_of_external_id', { externalId: 'nobody' }),
        refused('lead_of_another_source', { externalId: 'x2', sources: ['Webinar'] }),
        ...['recorded', 'recorded'],
        refused('no_lead_of_id', { id: 'lead_gone' }),
        refused('outcome_names_no_lead'),
      ]);
    });

    it('refuses an address that is another lead’s, though that one was dropped as spam, and takes its own of a duplicate', async () => {
      const ctx = await testContext(dialect);
      const [leadId, spamId, sameId] = [
        await receiveOne(ctx, { externalId: 'x1', email: 'wanda@kiln.example' }),
        await receiveOne(ctx, { externalId: 'x2', email: 'rita@kiln.example' }),
        await receiveOne(ctx, { externalId: 'x3', email: 'wanda@home.example' }),
      ];
      const rejection = { person: ANA, detail: null, note: null };
      await rejectLead(ctx, { ...rejection, leadId: spamId, reasonCode: 'spam' });
      await rejectLead(ctx, { ...rejection, leadId: sameId, reasonCode: 'duplicate', duplicateOf: leadId });
      const results = await recordOutcomes(ctx, 'import', [
        { externalId: 'x1', email: 'rita@kiln.example', outcome: 'won' },
        { externalId: 'x2', email: 'wanda@home.example', outcome: 'won' },
        { externalId: 'x1', email: 'wanda@home.example', outcome: 'won' },
      ]);
      expect(results.map((result) => ('because' in result ? result.because : result.status))).toEqual([
        refused('id_and_person_differ', { externalId: 'x1' }),
        refused('id_and_person_differ', { externalId: 'x2' }),
        'recorded',
      ]);
    });
  });
}
