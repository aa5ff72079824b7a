import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { listLeadEvents } from '../../../src/store/lead/lead-event.ts';
import { findMatch } from '../../../src/store/lead/lead-match.ts';
import { listPromises } from '../../../src/store/promise/promise.ts';
import type { Context } from '../../../src/usecases/context.ts';
import { assignLead, handOverLead, snoozeLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted } from '../../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../../src/usecases/lead/close-lead.ts';
import { mergeLead } from '../../../src/usecases/lead/merge-leads.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
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

    it('taken back step by step goes back to where one has begun, each within 15 minutes of when it was made', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const undo = () => undoMove(ctx, { leadId, person: ANA });
      await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.move(4 * MINUTE);
      await markContacted(ctx, { leadId, person: ANA });
      ctx.clock.move(4 * MINUTE);
      await qualifyLead(ctx, qualification(leadId, ANA));
      ctx.clock.move(6 * MINUTE);
      expect(await undo()).toMatchObject({ state: 'claimed', verdictAt: null });
      expect(await undo()).toMatchObject({ state: 'claimed', contactedAt: null });
      ctx.clock.move(2 * MINUTE);
      expect(said(await refusal(undo()))).toContain('more than 15 minutes ago');
      expect(await undoMove(ctx, { leadId, person: MAX })).toMatchObject({ state: 'new', undoMove: null });
      expect(said(await refusal(undoMove(ctx, { leadId, person: MAX })))).toContain('nothing here');
      const promises = await ctx.db.transaction((tx) => listPromises(tx, leadId));
      const ends = promises.map(({ kind, end }) => [kind, end?.why ?? end?.how ?? 'runs']);
      expect(ends.sort()).toEqual([
        ['claim', 'runs'],
        ['contact', 'undone'],
        ['verdict', 'undone'],
      ]);
    });

    it('is not taken back past what somebody else has done since, who is named', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      await snoozeLead(ctx, { leadId, person: MAX, date: '2026-11-20' });
      await markContacted(ctx, { leadId, person: ANA });
      await undoMove(ctx, { leadId, person: ANA });
      const refused = await refusal(undoMove(ctx, { leadId, person: ANA }));
      expect(said(refused)).toBe(
        `The last move is <@${MAX}>’s. They can take it back for a while, a manager always.`,
      );
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'claimed', owner: ANA });
    });

    it('clicked twice at the same moment takes one move back, not two', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await claimLead(ctx, { leadId, person: ANA });
      const { undoMove: seen } = await markContacted(ctx, { leadId, person: ANA });
      const clicks = [1, 2].map(() => undoMove(ctx, { leadId, person: ANA, seen }));
      const results = await Promise.allSettled(clicks);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'claimed', contactedAt: null });
    });

    it('rejected as a duplicate is taken out of the other lead again by whoever said so', async () => {
      const ctx = await testContext(dialect);
      const first = await receiveOne(ctx);
      await claimLead(ctx, { leadId: first, person: ANA });
      const leadId = await receiveOne(ctx, { source: 'Fair' });
      const duplicate = { reasonCode: 'duplicate', detail: null, note: null, duplicateOf: first };
      await rejectLead(ctx, { leadId, person: BEN, ...duplicate });
      expect(said(await refusal(undoMove(ctx, { leadId, person: ANA })))).toContain(`<@${BEN}>`);
      expect(await undoMove(ctx, { leadId, person: BEN })).toMatchObject({ state: 'new', mergedInto: null });
      expect(await listed(ctx, leadId)).toEqual(['received', 'merged', 'undone']);
      expect(await listed(ctx, first)).toEqual(['received', 'claimed', 'merged', 'split']);
      // Ana’s own claim is still hers to take back.
      expect(await undoMove(ctx, { leadId: first, person: ANA })).toMatchObject({ state: 'new' });
    });

    it('merged by a click is two again, with the question whether they are one', async () => {
      const ctx = await testContext(dialect);
      const facts = { email: 'dana@harbour.example' };
      const first = await receiveOne(ctx, facts);
      await rejectLead(ctx, { leadId: first, person: ANA, reasonCode: 'no_need', detail: null, note: null });
      const leadId = await receiveOne(ctx, { ...facts, source: 'Fair' });
      await mergeLead(ctx, { leadId, person: ANA });
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'claimed' });
      await undoMove(ctx, { leadId, person: ANA });
      expect(await leadNow(ctx, first)).toMatchObject({ state: 'rejected' });
      expect((await ctx.db.transaction((tx) => findMatch(tx, leadId)))?.decision).toBeNull();
      expect(await mergeLead(ctx, { leadId, person: ANA })).toMatchObject({ state: 'merged' });
    });
  });
}

async function listed(ctx: Context, leadId: LeadId): Promise<string[]> {
  return (await ctx.db.transaction((tx) => listLeadEvents(tx, leadId)))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'came_back');
}
