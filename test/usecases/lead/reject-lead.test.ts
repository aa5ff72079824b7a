import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { findMatch } from '../../../src/store/lead/lead-match.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { loadLeadScene } from '../../../src/usecases/lead/load-lead-scene.ts';
import { loadMending, prepareMending } from '../../../src/usecases/lead/mend-lead.ts';
import { type RejectLeadInput, rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { historyOf, receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, receiveOne, refusal } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
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
  describe(`a duplicate, on ${dialect}`, () => {
    const asDuplicate = (leadId: LeadId, rest: Partial<RejectLeadInput> = {}): RejectLeadInput => ({
      ...{ leadId, person: BEN, reasonCode: 'duplicate', detail: null, note: null },
      ...rest,
    });

    it('is merged into the one that is chosen, in one piece, and the other one stays as it is and tells of it', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const before = await leadNow(ctx, first);
      const again = await receive(ctx, { name: 'D. Whitfield', email: 'dw@elsewhere.example' });
      const note = 'The same stand visitor.';
      await rejectLead(ctx, asDuplicate(again, { duplicateOf: first, note }));
      expect(await leadNow(ctx, again)).toMatchObject({ state: 'merged', mergedInto: first });
      expect(await leadNow(ctx, first)).toEqual(before);
      expect(await historyOf(ctx, first)).toEqual(['received', 'claimed', 'merged']);
      const { history } = await loadLeadScene(ctx, { leadId: again, person: BEN });
      expect(history.at(-1)).toMatchObject({ kind: 'merged', actor: BEN, data: { into: first, note } });
      const { merged } = await loadLeadScene(ctx, { leadId: first, person: ANA });
      expect(merged.map(({ name }) => name)).toEqual(['D. Whitfield']);
      const { total } = await loadReport(ctx, { from: '2026-11-17', to: '2026-11-17', by: 'source' });
      expect(total.leads).toBe(1);
    });

    it('opens nothing again that was closed: nobody has asked for it to be worked on', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      await rejectLead(ctx, { leadId: first, person: ANA, reasonCode: 'no_need', detail: null, note: null });
      const again = await receive(ctx, { source: 'Fair' });
      await rejectLead(ctx, asDuplicate(again, { duplicateOf: first }));
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'rejected', owner: ANA });
    });

    it('goes into what the chosen one was merged into, and settles the question whether the two are one', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const second = await receive(ctx, { source: 'Fair' });
      await rejectLead(ctx, asDuplicate(second, { duplicateOf: first }));
      const third = await receive(ctx, { source: 'Website' });
      await rejectLead(ctx, asDuplicate(third, { duplicateOf: second }));
      expect(await leadNow(ctx, third)).toMatchObject({ state: 'merged', mergedInto: first });
      const match = await ctx.db.transaction((tx) => findMatch(tx, third));
      expect(match?.decision).toMatchObject({ kind: 'merged', by: BEN });
    });

    it('that is none of ours is said in words; neither is refused at its field, and so is what is no other lead', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receive(ctx);
      const test = await receive(ctx, { isTest: true });
      for (const [duplicateOf, words] of [
        [null, 'say below who it is'],
        [leadId, 'this very lead'],
        [test, 'not in the database'],
        ['nobody' as LeadId, 'not in the database'],
      ] as const) {
        const refused = await refusal(rejectLead(ctx, asDuplicate(leadId, { duplicateOf })));
        expect(refused.problems[0]).toMatchObject({ field: 'duplicateOf' });
        expect(said(refused)).toContain(words);
      }
      await rejectLead(ctx, asDuplicate(leadId, { note: 'A customer since 2019, not in Tango.' }));
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'rejected',
        rejection: { reason: 'duplicate', outcome: 'dropped' },
        verdictNote: 'A customer since 2019, not in Tango.',
      });
    });

    it('of a lead that somebody else has claimed is theirs to say', async () => {
      const ctx = await testContext(dialect);
      const first = await receive(ctx);
      const again = await receive(ctx, { source: 'Fair' });
      await claimLead(ctx, { leadId: again, person: ANA });
      const refused = await refusal(rejectLead(ctx, asDuplicate(again, { duplicateOf: first })));
      expect(said(refused)).toContain(`<@${ANA}>`);
      expect((await leadNow(ctx, again)).state).toBe('claimed');
    });

    it('said of each other at the same moment is said once', async () => {
      const ctx = await testContext(dialect);
      const [one, two] = [await receive(ctx), await receive(ctx, { source: 'Fair' })];
      const results = await Promise.allSettled([
        rejectLead(ctx, asDuplicate(one, { duplicateOf: two })),
        rejectLead(ctx, asDuplicate(two, { person: ANA, duplicateOf: one })),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const states = [await leadNow(ctx, one), await leadNow(ctx, two)].map(({ state }) => state);
      expect(states.sort()).toEqual(['merged', 'new']);
    });
  });

  describe(`the wrong person, on ${dialect}`, () => {
    it('names the right one to whoever mends it, and nobody has to know them', async () => {
      const ctx = await testContext(dialect);
      const right = { name: 'Rui Castelo', email: 'rui@harbour.example', phone: null };
      for (const named of [right, null]) {
        const leadId = await receive(ctx, { source: named ? 'Fair' : 'Website' });
        await rejectLead(ctx, {
          ...{ leadId, person: BEN, reasonCode: 'wrong_person', detail: null, note: null },
          right: named,
        });
        expect((await prepareMending(ctx, { leadId, person: MIA })).right).toEqual(named);
      }
    });

    it('is told to those who may see how to reach somebody, and its name to the others', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receive(ctx);
      const right = { name: 'Rui Castelo', email: 'rui@harbour.example', phone: null };
      const reject = { leadId, person: BEN, reasonCode: 'wrong_person', detail: null, note: null, right };
      await rejectLead(ctx, reject);
      await changeSettings(ctx, { person: MAX, change: () => ({ contactShownTo: 'owner' }) });
      const { history } = await loadLeadScene(ctx, { leadId, person: ANA });
      expect(history.at(-1)?.data).toMatchObject({
        right: { name: 'Rui Castelo', email: null, phone: null },
      });
      expect(JSON.stringify(await loadMending(ctx, { leadId, person: ANA }))).not.toContain('rui@');
    });
  });
}
