import { describe, expect, it } from 'vitest';
import type { Lead, LeadId } from '../../src/domain/lead/lead.ts';
import { AppError } from '../../src/errors.ts';
import type { Tx } from '../../src/store/transaction.ts';
import type { Context } from '../../src/usecases/context.ts';
import { assignLead, handOverLead, undoMove } from '../../src/usecases/lead/assign-lead.ts';
import { claimLead, markContacted, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { closeLead } from '../../src/usecases/lead/close-lead.ts';
import { loadLeadScene } from '../../src/usecases/lead/load-lead-scene.ts';
import { mendLead } from '../../src/usecases/lead/mend-lead.ts';
import { type QualifyLeadInput, qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recordOutcomes } from '../../src/usecases/lead/record-outcomes.ts';
import { rejectLead } from '../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../src/usecases/lead/wake-resting-leads.ts';
import { testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { buttonsOf, textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX, MIA } from '../support/people.ts';
import { said } from '../support/refused.ts';
import { renderedMessage } from '../support/rendered.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DANA = { source: 'Webinar', name: 'Dana Whitfield', company: 'Harbour Hotels' };

async function receiveOne(ctx: Context, facts = {}): Promise<LeadId> {
  const [received] = await receiveLeads(ctx, [{ ...DANA, ...facts }], { by: 'api', post: 'all' });
  return received!.id;
}

async function leadNow(ctx: Context, leadId: LeadId): Promise<Lead> {
  return (await loadLeadScene(ctx, { leadId, person: ANA })).lead;
}

async function historyOf(ctx: Context, leadId: LeadId): Promise<string[]> {
  const { history } = await loadLeadScene(ctx, { leadId, person: ANA });
  return history.map((event) => `${event.kind} by ${event.actor}`);
}

function announced(ctx: Context): Promise<string[]> {
  return ctx.db.transaction(async (tx: Tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'target', 'threadOf'])
      .orderBy('id')
      .execute();
    return rows.map((row) => `${row.kind} to ${row.target}${row.threadOf ? ' in the thread' : ''}`);
  });
}

/** What marketing reads of a lead that it got back. */
function returnedMessage(ctx: Context, leadId: LeadId) {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select('ref')
      .where('kind', '=', 'lead_returned')
      .execute();
    const ref = rows.find((row) => row.ref.startsWith(leadId))!.ref;
    return (await renderedMessage(tx, { kind: 'lead_returned', ref }, ctx.clock.now()))!;
  });
}

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const thrown = await work.then(
    () => new Error('it was allowed'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AppError)) throw thrown;
  return thrown;
}

const ALL_MET = {
  met: ['fits', 'need', 'decides', 'timing'],
  exception: null,
  nextStep: null,
  nextStepOn: null,
};

function qualification(leadId: LeadId, person = ANA, rest: Partial<QualifyLeadInput> = {}): QualifyLeadInput {
  return { leadId, person, ...ALL_MET, amount: null, note: null, ...rest };
}

for (const dialect of DIALECTS) {
  describe(`a lead on ${dialect}`, () => {
    it('arrives as a card in the leads channel, with its arrival in the history', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      expect(await leadNow(ctx, leadId)).toMatchObject({
        ...DANA,
        state: 'new',
        owner: null,
        cardChannel: LEADS,
      });
      expect(await historyOf(ctx, leadId)).toEqual(['received by api']);
      expect(await announced(ctx)).toEqual(['lead_card to C_LEADS']);
    });

    it('delivered twice is no news, before or within the same call', async () => {
      const ctx = await testContext(dialect);
      const first = await receiveOne(ctx, { externalId: 'x1' });
      const again = await receiveLeads(
        ctx,
        [
          { ...DANA, externalId: 'x1', name: 'Somebody else' },
          { ...DANA, externalId: 'x2' },
          { ...DANA, externalId: 'x2' },
          { ...DANA, source: 'Fair', externalId: 'x1' },
        ],
        { by: 'api', post: 'all' },
      );
      expect(again.map((lead) => lead.duplicate)).toEqual([true, false, true, false]);
      expect(again[0]!.id).toBe(first);
      expect(again[2]!.id).toBe(again[1]!.id);
      expect((await leadNow(ctx, first)).name).toBe('Dana Whitfield');
    });

    it('delivered at the same moment by eight senders is one lead', async () => {
      const ctx = await testContext(dialect);
      const all = await Promise.all(
        Array.from({ length: 8 }, () =>
          receiveLeads(ctx, [{ ...DANA, externalId: 'x' }], { by: 'api', post: 'all' }),
        ),
      );
      expect(new Set(all.flat().map((lead) => lead.id)).size).toBe(1);
      expect(all.flat().filter((lead) => !lead.duplicate)).toHaveLength(1);
    });

    it('that is old gets no card when a file asks for recent ones only', async () => {
      const ctx = await testContext(dialect);
      const old = ctx.clock.now() - 4 * 24 * 60 * MINUTE;
      await receiveLeads(ctx, [{ ...DANA, receivedAt: old }], { by: 'import', post: 'recent' });
      expect(await announced(ctx)).toEqual([]);
    });

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
        expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      }
    });

    it('is qualified with the checklist, which claims it as well', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId, ANA, { amount: '18,000', nextStep: 'Demo' }));
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'qualified',
        owner: ANA,
        value: { minor: 1_800_000, currency: 'EUR' },
        contactedAt: ctx.clock.now(),
        qualification: { definitionVersion: 1, missed: [], nextStep: 'Demo' },
      });
    });

    it('is worth what was typed, with a decimal comma and in the currency beside it', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const typed = (amount: string) => qualifyLead(ctx, qualification(leadId, ANA, { amount }));
      // ../shared/cases/06b-currency-sign, step 2: which dollar?
      expect((await refusal(typed('$18000'))).problems).toMatchObject([{ field: 'amount' }]);
      await typed('£1.234,56');
      expect((await leadNow(ctx, leadId))?.value).toEqual({ minor: 123_456, currency: 'GBP' });
    });

    it('that misses something required needs a stated reason', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      const refused = await refusal(
        qualifyLead(ctx, qualification(leadId, ANA, { met: ['fits', 'decides'] })),
      );
      expect(refused.problems[0]).toMatchObject({ field: 'exception' });
      expect(said(refused)).toContain('Has a need we solve');
      await qualifyLead(
        ctx,
        qualification(leadId, ANA, { met: ['fits', 'decides'], exception: 'Board asked us' }),
      );
      expect((await leadNow(ctx, leadId)).qualification?.exception).toBe('Board asked us');
    });

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

    it('redraws its card after a stale click and tells the person what happened', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId));
      const before = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('generation')
          .where('kind', '=', 'lead_card')
          .executeTakeFirstOrThrow(),
      );
      const stale = await refusal(claimLead(ctx, { leadId, person: BEN }));
      expect(said(stale)).toMatch(/^This lead was qualified by <@U_ANA> .* I have refreshed the card\.$/);
      const after = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('generation')
          .where('kind', '=', 'lead_card')
          .executeTakeFirstOrThrow(),
      );
      expect(after.generation).toBe(before.generation + 1);
    });

    it('is won by its owner with the value it was qualified with', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx);
      await qualifyLead(ctx, qualification(leadId, ANA, { amount: '900' }));
      await closeLead(ctx, {
        leadId,
        person: ANA,
        outcome: 'won',
        amount: null,
        currency: null,
        on: null,
        reason: null,
      });
      expect(await leadNow(ctx, leadId)).toMatchObject({
        state: 'won',
        value: { minor: 90_000 },
        closedAt: ctx.clock.now(),
      });
    });

    it('that comes back to the channel has its promises run again, and the channel is told', async () => {
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
      expect(lead.nextNagAt).toBeGreaterThan(ctx.clock.now());
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

    it('with bad contact data goes to marketing, is mended there and is new again', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { email: 'dana@harbour' });
      await rejectLead(ctx, {
        leadId,
        person: BEN,
        reasonCode: 'bad_contact_data',
        detail: null,
        note: null,
      });
      expect(await announced(ctx)).toContain('lead_returned to C_MARKETING');
      const mended = { email: 'dana@harbour.example' };
      expect((await refusal(mendLead(ctx, { leadId, person: ANA, mended }))).kind).toBe('forbidden');
      const message = () => returnedMessage(ctx, leadId);
      expect(buttonsOf(await message())).toEqual(['Mend and send back']);
      await mendLead(ctx, { leadId, person: MIA, mended });
      expect(buttonsOf(await message())).toEqual([]);
      expect(textOf(await message())).toContain('gone on since');
      expect(await leadNow(ctx, leadId)).toMatchObject({ state: 'new', email: 'dana@harbour.example' });
      expect(await announced(ctx)).toContain('lead_back to C_LEADS');
    });

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
      const { version, nextNagAt, activeAt, ...life } = await leadNow(ctx, leadId);
      expect(before).toMatchObject(life);
    });

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
        { externalId: 'x2', outcome: 'lost' },
        { externalId: 'x1', source: 'Fair', outcome: 'lost' },
      ]);
      expect(results.map((result) => result.status)).toEqual(['refused', 'refused', 'recorded', 'recorded']);
    });
  });
}
