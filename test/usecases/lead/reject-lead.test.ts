import { describe, expect, it } from 'vitest';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { testContext } from '../../support/context.ts';
import { receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, receiveOne, refusal } from '../../support/one-lead.ts';
import { BEN } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

for (const dialect of DIALECTS) {
  describe(`a lead that is rejected, on ${dialect}`, () => {
    it.each([
      ['not_our_market', null, 'rejected', null],
      ['bad_timing', '2027-03-01', 'resting', '2027-03-01'],
      ['no_budget', null, 'resting', '2027-02-15'],
      ['unreachable', '3', 'resting', '2026-12-17'],
      ['wrong_person', null, 'returned', null],
      ['spam', null, 'rejected', null],
    ])('rejected as %s goes where the reason says', async (reasonCode, detail, state, restsUntil) => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await rejectLead(ctx, { leadId, person: BEN, reasonCode, detail, note: null });
      expect(await leadNow(ctx, leadId)).toMatchObject({ state, restsUntil, verdictBy: BEN });
    });

    it.each([
      ['bad_timing', null, 'detail', 'On which day'],
      ['bad_timing', '2026-11-17', 'detail', 'after today'],
      ['unreachable', 'many', 'detail', 'How many times'],
      ['other', null, 'note', 'why'],
      ['no_such_reason', null, 'reason', 'not in the list'],
    ])('is not rejected as %s without what the reason needs', async (reasonCode, detail, field, words) => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const refused = await refusal(rejectLead(ctx, { leadId, person: BEN, reasonCode, detail, note: null }));
      expect(refused.problems[0]).toMatchObject({ field });
      expect(said(refused)).toContain(words);
      expect((await leadNow(ctx, leadId)).state).toBe('new');
    });
  });
}

for (const dialect of DIALECTS) {
  describe(`the same lead twice on ${dialect}`, () => {
    it('rejected as a duplicate points to the other lead', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const again = await receive(ctx, { source: 'Fair' });
      await rejectLead(ctx, {
        leadId: again,
        person: BEN,
        reasonCode: 'duplicate',
        detail: null,
        note: null,
      });
      expect((await leadNow(ctx, again)).rejection).toEqual({ reason: 'duplicate', detail: first });
    });
  });
}
