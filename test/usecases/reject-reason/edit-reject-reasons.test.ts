import { describe, expect, it } from 'vitest';
import { MOST_REASONS } from '../../../src/domain/reject-reason/reason-list.ts';
import { FIRST_REASONS, type ReasonOutcome } from '../../../src/domain/reject-reason/reject-reason.ts';
import { findMatch } from '../../../src/store/lead/lead-match.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { wakeRestingLeads } from '../../../src/usecases/lead/wake-resting-leads.ts';
import {
  editRejectReasons,
  type ReasonEdit,
} from '../../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { leadNow, receiveOne } from '../../support/one-lead.ts';
import { ANA, MAX } from '../../support/people.ts';
import { refused, saying } from '../../support/refused.ts';
import { log } from '../../support/team-log.ts';

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
  describe(`the team, on ${dialect}`, () => {
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

    it('changes what follows from a reason from now on: a lead that was rejected before keeps what followed then', async () => {
      const ctx = await testContext(dialect);
      const rejected = async (reasonCode: string, facts: object, detail: string | null = null) => {
        const leadId = await receiveOne(ctx, facts);
        return rejectLead(ctx, { leadId, person: ANA, reasonCode, detail, note: null });
      };
      const dropped = await rejected('spam', { source: 'A', email: 'dana@harbour.example' });
      const promised = await rejected('bad_timing', { source: 'B' }, '2026-11-20');
      const closed = await rejected('no_need', { source: 'C' });
      const change = (code: string, outcome: ReasonOutcome) => {
        const { label, consequence, whoActs } = FIRST_REASONS.find((reason) => reason.code === code)!;
        const words = { label, consequence, whoActs, outcome, needs: null, impliesContact: false };
        return edit(ctx, { kind: 'reword', code, words });
      };
      await change('spam', { kind: 'closed' });
      await change('no_need', { kind: 'dropped' });
      await change('bad_timing', { kind: 'closed' });
      await edit(ctx, { kind: 'retire', code: 'bad_timing' });

      const days = { from: '2026-11-17', to: '2026-11-17', by: 'source' } as const;
      const counted = async () => (await loadReport(ctx, days)).rows.map(({ key }) => key);
      expect(await counted()).toEqual(['B', 'C']);
      await rejected('spam', { source: 'D' });
      await rejected('no_need', { source: 'E' });
      expect(await counted()).toEqual(['B', 'C', 'D']);
      // Of what was dropped nobody is reminded who it was.
      const again = await receiveOne(ctx, { source: 'F', email: 'dana@harbour.example' });
      expect(await ctx.db.transaction((tx) => findMatch(tx, again))).toBeNull();
      expect([dropped, promised, closed].map(({ rejection }) => rejection?.outcome)).toEqual([
        ...['dropped', 'rests_until', 'closed'],
      ]);

      ctx.clock.move(4 * 24 * 60 * 60_000);
      await wakeRestingLeads(ctx);
      expect(await leadNow(ctx, promised.id)).toMatchObject({ state: 'claimed', owner: ANA });
      expect((await log(ctx)).map(({ before, after }) => `${before} → ${after}`)[0]).toMatch(
        /in no rate.* → .*\(closed; acts/,
      );
      await expect(
        edit(
          ctx,
          { kind: 'reword', code: 'spam', words: { label: 'S', consequence: null, whoActs: null } },
          ANA,
        ),
      ).rejects.toThrow(refused('managers_only'));
    });
  });
}
