import { describe, expect, it } from 'vitest';
import { MOST_REASONS } from '../../../src/domain/reject-reason/reason-list.ts';
import {
  editRejectReasons,
  type ReasonEdit,
} from '../../../src/usecases/reject-reason/edit-reject-reasons.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
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
  });
}
