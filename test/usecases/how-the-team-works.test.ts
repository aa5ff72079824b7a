import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import { MOST_REASONS } from '../../src/domain/reject-reason/reason-list.ts';
import { findLead } from '../../src/store/lead/lead.ts';
import { proposeDefinition } from '../../src/usecases/definition/propose-definition.ts';
import { signDefinition } from '../../src/usecases/definition/sign-definition.ts';
import { loadLeadScene } from '../../src/usecases/lead/load-lead-scene.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { recountNags } from '../../src/usecases/nag/recount-nags.ts';
import { sendNags } from '../../src/usecases/nag/send-nags.ts';
import { editRejectReasons, type ReasonEdit } from '../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { changeSettings } from '../../src/usecases/team/change-settings.ts';
import { loadAuditLog } from '../../src/usecases/team/load-audit-log.ts';
import { viewSettings } from '../../src/usecases/team/load-settings.ts';
import { loadTeam } from '../../src/usecases/team/load-team.ts';
import { inWords } from '../support/audit.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../support/people.ts';
import { refused, saying } from '../support/refused.ts';

const MINUTE = 60_000;

async function log(ctx: TestContext): Promise<ReturnType<typeof inWords>[]> {
  return (await loadAuditLog(ctx)).entries.map(inWords).reverse();
}

async function receive(ctx: TestContext, count: number): Promise<LeadId[]> {
  const leads = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n}` }));
  return (await receiveLeads(ctx, leads, { by: 'api', post: 'all' })).map(({ id }) => id);
}

const edit = (ctx: TestContext, change: ReasonEdit, person = MAX) =>
  editRejectReasons(ctx, { person, edit: change });

const NEW_REASON = {
  label: 'Too far away',
  outcome: { kind: 'closed' },
  needs: null,
  impliesContact: false,
  consequence: null,
  whoActs: null,
} as const;

for (const dialect of DIALECTS) {
  describe(`how the team works, on ${dialect}`, () => {
    it('is changed by managers, and the log says who changed what from what', async () => {
      const ctx = await testContext(dialect);
      const change = () => ({ managers: [MAX, ANA], scorecardAt: { weekday: 2, time: '10:00' } });
      await expect(changeSettings(ctx, { person: ANA, change })).rejects.toThrow(refused('managers_only'));
      expect(await log(ctx)).toEqual([]);
      await changeSettings(ctx, { person: MAX, change });
      expect(await viewSettings(ctx)).toMatchObject(change());
      expect(await log(ctx)).toEqual([
        { person: MAX, what: 'Managers', before: '<@U_MAX>', after: '<@U_MAX>, <@U_ANA>' },
        { person: MAX, what: 'Scorecard', before: 'Monday, 09:00', after: 'Tuesday, 10:00' },
      ]);
    });

    it('is anybody’s to set until a manager is named', async () => {
      const ctx = await testContext(dialect, { firstStart: { managers: [] } });
      await changeSettings(ctx, { person: ANA, change: () => ({ managers: [ANA] }) });
      const second = changeSettings(ctx, { person: BEN, change: () => ({ managers: [BEN] }) });
      await expect(second).rejects.toThrow(refused('managers_only', { managers: [ANA] }));
    });

    it('keeps both of two changes made at the same moment, also of one part', async () => {
      const ctx = await testContext(dialect);
      await Promise.all([
        changeSettings(ctx, { person: MAX, change: () => ({ calendar: { from: '08:00' } }) }),
        changeSettings(ctx, { person: MAX, change: () => ({ calendar: { to: '17:00' } }) }),
      ]);
      expect((await viewSettings(ctx)).calendar).toMatchObject({ from: '08:00', to: '17:00' });
    });

    it('moves the next nag of every open lead when a promise changes, once, and says nothing twice', async () => {
      const ctx = await testContext(dialect);
      const ids = await receive(ctx, 120);
      expect(await recountNags(ctx)).toBe(120);
      expect(await recountNags(ctx)).toBe(0);
      ctx.clock.move(121 * MINUTE);
      expect(await sendNags(ctx)).toBe(120);
      await changeSettings(ctx, {
        person: MAX,
        change: ({ promises }) => ({ promises: { ...promises, claim: { hot: 15, standard: 130 } } }),
      });
      expect(await recountNags(ctx)).toBe(120);
      expect(await sendNags(ctx)).toBe(0);
      const lead = await ctx.db.transaction((tx) => findLead(tx, ids[0]!));
      expect(lead?.nextNagAt).toBe(lead!.receivedAt + 260 * MINUTE);
    });

    it('has reject reasons that are added, ordered, reworded, retired and brought back, each time in the log', async () => {
      const ctx = await testContext(dialect);
      await edit(ctx, { kind: 'add', reason: NEW_REASON });
      await edit(ctx, { kind: 'up', code: 'too_far_away' });
      await edit(ctx, { kind: 'retire', code: 'spam' });
      const words = { label: 'Too far from us', consequence: 'closed', whoActs: 'targeting' };
      await edit(ctx, { kind: 'reword', code: 'too_far_away', words });
      const list = await edit(ctx, { kind: 'bring_back', code: 'spam' });
      const used = list.filter(({ retiredAt }) => retiredAt === null).map(({ code }) => code);
      expect(used.slice(-3)).toEqual(['too_far_away', 'other', 'spam']);
      expect((await log(ctx)).map(({ what, after }) => `${what}: ${after}`)).toEqual([
        'Reject reason: Too far away (closed; acts: nobody)',
        expect.stringContaining('Order of reject reasons'),
        expect.stringMatching(/Spam.*, retired$/),
        'Reject reason: Too far from us (closed; acts: targeting)',
        expect.stringMatching(/Spam.*form\)$/),
      ]);
    });

    it('never has two reasons of one code or name, nor more than a menu holds', async () => {
      const ctx = await testContext(dialect);
      await expect(edit(ctx, { kind: 'add', reason: { ...NEW_REASON, label: 'no BUDGET' } })).rejects.toThrow(
        saying('There is one of that name'),
      );
      await edit(ctx, { kind: 'add', reason: { ...NEW_REASON, label: 'Spam' } });
      for (let n = 15; n <= MOST_REASONS; n++) {
        await edit(ctx, { kind: 'add', reason: { ...NEW_REASON, label: `Reason ${n}` } });
      }
      const list = edit(ctx, { kind: 'add', reason: NEW_REASON });
      await expect(list).rejects.toThrow(refused('too_many_reasons'));
      await expect(edit(ctx, { kind: 'retire', code: 'spam' }, ANA)).rejects.toThrow(
        refused('managers_only'),
      );
      const codes = (await edit(ctx, { kind: 'down', code: 'spam' })).map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes).toContain('spam_2');
    });

    it('has a definition that counts from the second signature, whoever signs at the same moment', async () => {
      const ctx = await testContext(dialect);
      const asked = { marketing: null, sales: null };
      const first = await proposeDefinition(ctx, { person: MIA, criteria: '* Fits', asked });
      const second = await proposeDefinition(ctx, { person: MAX, criteria: '* Fits\nNow', asked });
      expect([first.version, second.version]).toEqual([2, 3]);
      await expect(signDefinition(ctx, { version: 2, person: MIA })).rejects.toThrow(
        refused('proposal_replaced'),
      );
      const signers = [MIA, ANA, BEN].map((person) => signDefinition(ctx, { version: 3, person }));
      const results = await Promise.allSettled(signers);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
      const { definition, proposal } = await loadTeam(ctx, ANA);
      expect(definition).toMatchObject({ version: 3, signed: { marketing: MIA, at: ctx.clock.now() } });
      expect(proposal).toBeNull();
      const posts = await ctx.db.transaction((tx) =>
        tx.sql
          .selectFrom('outbox')
          .select('ref')
          .where('kind', '=', 'definition_post')
          .orderBy('ref')
          .execute(),
      );
      expect(posts.map(({ ref }) => ref)).toEqual(['2', '3']);
    });

    it('gives two who propose at the same moment a version each', async () => {
      const ctx = await testContext(dialect);
      const asked = { marketing: null, sales: null };
      const both = [MIA, MAX].map((person) =>
        proposeDefinition(ctx, { person, criteria: `By ${person}`, asked }),
      );
      const versions = (await Promise.all(both)).map(({ version }) => version);
      expect([...versions].sort()).toEqual([2, 3]);
      expect((await loadTeam(ctx, MIA)).proposal?.version).toBe(3);
    });
  });
}

it('a lead that is not open keeps out of the counting', async () => {
  const ctx = await testContext('sqlite');
  const [id] = await receive(ctx, 1);
  await ctx.db.transaction((tx) => tx.sql.updateTable('lead').set({ state: 'won' }).execute());
  expect(await recountNags(ctx)).toBe(0);
  expect((await loadLeadScene(ctx, { leadId: id!, person: ANA })).lead.state).toBe('won');
});
