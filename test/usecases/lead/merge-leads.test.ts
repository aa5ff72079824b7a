import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { loadLeadScene } from '../../../src/usecases/lead/load-lead-scene.ts';
import { keepLeadsApart, mergeLead, splitLead } from '../../../src/usecases/lead/merge-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { testContext } from '../../support/context.ts';
import { historyOf, leadNow, receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { nextNagOf } from '../../support/next-nag.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { said } from '../../support/refused.ts';

const MINUTE = 60_000;

/** Other words than those before: the same within minutes would be one card. */
const AGAIN = { message: 'One more thing.' };
const THIRD = { message: 'And another.' };

for (const dialect of DIALECTS) {
  describe(`the same lead twice on ${dialect}`, () => {
    it('merged goes into the earlier one, is silent, in no rate, and readable from there', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const again = await receive(ctx, { message: 'Is the group view ready?' });
      const merged = await mergeLead(ctx, { leadId: again, person: ANA });
      expect(merged).toMatchObject({ state: 'merged', mergedInto: first });
      expect(await nextNagOf(ctx, again)).toBeNull();
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'claimed', owner: ANA });
      expect(await historyOf(ctx, first)).toEqual(['received', 'claimed', 'came_back', 'merged']);
      const { merged: came } = await loadLeadScene(ctx, { leadId: first, person: ANA });
      expect(came.map(({ message }) => message)).toEqual(['Is the group view ready?']);
      const { total } = await loadReport(ctx, { from: '2026-11-17', to: '2026-11-17', by: 'source' });
      expect(total.leads).toBe(1);
      expect(await refusal(mergeLead(ctx, { leadId: again, person: ANA }))).toContain('merged');
    });

    it('merged opens a rejected lead again, for its owner or for whoever took the new one', async () => {
      for (const [person, expected] of [
        [null, ANA],
        [BEN, BEN],
      ] as const) {
        const ctx = await testContext(dialect);
        const first = await receive(ctx);
        await rejectLead(ctx, {
          leadId: first,
          person: ANA,
          reasonCode: 'no_budget',
          detail: null,
          note: null,
        });
        ctx.clock.move(MINUTE);
        const again = await receive(ctx, AGAIN);
        if (person) await claimLead(ctx, { leadId: again, person });
        await mergeLead(ctx, { leadId: again, person: person ?? ANA });
        expect(await leadNow(ctx, first)).toMatchObject({
          state: 'claimed',
          owner: expected,
          rejection: null,
          restsUntil: null,
          openSince: ctx.clock.now(),
        });
      }
    });

    it('taken apart again is what it was, and so is the other one unless it has moved on', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await rejectLead(ctx, { leadId: first, person: ANA, reasonCode: 'no_need', detail: null, note: null });
      const again = await receive(ctx, AGAIN);
      await mergeLead(ctx, { leadId: again, person: ANA });
      const back = await splitLead(ctx, { leadId: again, person: ANA });
      expect(back).toMatchObject({ state: 'new', owner: null, mergedInto: null });
      expect(await nextNagOf(ctx, again)).not.toBeNull();
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'rejected', owner: ANA });
      expect(await historyOf(ctx, again)).toEqual(['received', 'merged', 'split']);
      expect(await refusal(splitLead(ctx, { leadId: again, person: ANA }))).toContain('not claimed');
      expect(await refusal(mergeLead(ctx, { leadId: again, person: ANA }))).toContain(
        'keeps these two apart',
      );
    });

    it('kept apart is asked about no more, and a claim can still be taken back', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const again = await receive(ctx, AGAIN);
      await keepLeadsApart(ctx, { leadId: again, person: ANA });
      expect(await historyOf(ctx, again)).toEqual(['received', 'kept_apart']);
      expect(await refusal(keepLeadsApart(ctx, { leadId: again, person: ANA }))).toContain('already');
      expect(await undoMove(ctx, { leadId: first, person: ANA })).toMatchObject({ state: 'new' });
    });

    it('is for those who work on one of the two to say, for a manager, and for anybody while nobody does', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const second = await receive(ctx, AGAIN);
      expect(await mergeLead(ctx, { leadId: second, person: BEN })).toMatchObject({ state: 'merged' });
      await claimLead(ctx, { leadId: first, person: ANA });
      const third = await receive(ctx, THIRD);
      expect(await refusal(mergeLead(ctx, { leadId: third, person: BEN }))).toContain(`<@${ANA}> works on`);
      expect(await refusal(splitLead(ctx, { leadId: second, person: BEN }))).toContain(`<@${ANA}> works on`);
      expect(await mergeLead(ctx, { leadId: third, person: MAX })).toMatchObject({ mergedInto: first });
    });

    it('merged follows the earlier one to where that was merged, and so does what the CRM says', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const second = await receive(ctx, { ...AGAIN, externalId: 'x2' });
      const third = await receive(ctx, { ...THIRD, externalId: 'x3' });
      await mergeLead(ctx, { leadId: second, person: ANA });
      expect(await mergeLead(ctx, { leadId: third, person: ANA })).toMatchObject({ mergedInto: first });
      await recordOutcomes(ctx, 'api', [{ externalId: 'x3', outcome: 'won' }]);
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'won' });
      expect(await leadNow(ctx, third)).toMatchObject({ state: 'merged' });
    });

    it('merged by two people at the same moment is merged once', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const again = await receive(ctx, AGAIN);
      const clicks = [ANA, BEN].map((person) => mergeLead(ctx, { leadId: again, person }));
      const results = await Promise.allSettled(clicks);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await historyOf(ctx, first)).toEqual(['received', 'came_back', 'merged']);
    });
  });
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const thrown = await work.then(
    () => new Error('it was allowed'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  return said(thrown);
}
