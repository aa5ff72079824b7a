import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { browseGoals } from '../../../src/usecases/goal/browse-goals.ts';
import { declineGoal, loadGoal, withdrawGoal } from '../../../src/usecases/goal/end-goal.ts';
import { proposeGoal } from '../../../src/usecases/goal/propose-goal.ts';
import { signGoal } from '../../../src/usecases/goal/sign-goal.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const DRAFT = { person: MIA, kind: 'qualified' as const, period: parsePeriod('2026-11'), amount: '40' };

for (const dialect of DIALECTS) {
  describe(`a goal that waits, on ${dialect}`, () => {
    it('is declined with a reason, which who has proposed it reads, and can be proposed again', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, DRAFT);
      await expect(loadGoal(ctx, { id, person: MIA })).rejects.toThrow(refused('signed_already'));
      expect((await loadGoal(ctx, { id, person: MAX })).id).toBe(id);
      await expect(declineGoal(ctx, { id, person: MAX, reason: null })).rejects.toThrow(
        refused('decline_reason_needed'),
      );
      await declineGoal(ctx, { id, person: MAX, reason: 'Two are away' });
      await expect(signGoal(ctx, { id, person: MAX })).rejects.toThrow(
        refused('proposal_ended', { how: 'declined', by: MAX }),
      );
      const dms = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select(['target', 'ref']).where('kind', '=', 'goal_dm').execute(),
      );
      expect(dms).toEqual([{ target: MIA, ref: expect.stringContaining('declined') }]);
      const again = await proposeGoal(ctx, { ...DRAFT, amount: '35' });
      expect(again.version).toBe(2);
      const { past, proposed } = await browseGoals(ctx, { person: MAX, offset: 0, limit: 10 });
      expect(past.map(({ end }) => end)).toMatchObject([
        { how: 'declined', by: MAX, reason: 'Two are away' },
      ]);
      expect(proposed).toMatchObject([{ goal: { target: 35 }, may: { sign: true, withdraw: false } }]);
    });

    it('is withdrawn by who has proposed it and by nobody else', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, DRAFT);
      await expect(withdrawGoal(ctx, { id, person: MAX })).rejects.toThrow(
        refused('proposal_not_yours', { by: MIA }),
      );
      expect((await withdrawGoal(ctx, { id, person: MIA })).end).toMatchObject({ how: 'withdrawn', by: MIA });
      await expect(withdrawGoal(ctx, { id, person: MIA })).rejects.toThrow(
        refused('proposal_ended', { how: 'withdrawn', by: MIA }),
      );
    });
  });
}
