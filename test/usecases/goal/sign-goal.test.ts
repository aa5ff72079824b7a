import { describe, expect, it } from 'vitest';
import type { GoalId } from '../../../src/domain/goal/goal.ts';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { browseGoals } from '../../../src/usecases/goal/browse-goals.ts';
import { proposeGoal } from '../../../src/usecases/goal/propose-goal.ts';
import { signGoal } from '../../../src/usecases/goal/sign-goal.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { changeSettings } from '../../../src/usecases/team/change-settings.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { officesOf } from '../../support/offices.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const DRAFT = { person: MIA, kind: 'qualified' as const, period: parsePeriod('2026-11'), amount: '40' };

for (const dialect of DIALECTS) {
  describe(`a goal that is proposed, on ${dialect}`, () => {
    it('counts with the signature of the other side, once, whoever signs at the same moment', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, DRAFT);
      await expect(signGoal(ctx, { id, person: MIA })).rejects.toThrow(refused('signed_already'));
      const signers = [MAX, ANA, BEN].map((person) => signGoal(ctx, { id, person }));
      const results = await Promise.allSettled(signers);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { running, proposed } = await browseGoals(ctx, { person: ANA, offset: 0, limit: 10 });
      expect(running).toMatchObject([{ goal: { id }, pace: { target: 40, reached: 0 } }]);
      expect(proposed).toEqual([]);
      const { scorecard } = await loadScorecard(ctx, 'current');
      expect(scorecard.goals).toMatchObject([{ kind: 'qualified', target: 40, reached: 0 }]);
      expect(scorecard.leadsOwed).toMatchObject({ owed: null, because: { how: 'too_few', of: 0 } });
      await expect(signGoal(ctx, { id: 'goal_9' as GoalId, person: MAX })).rejects.toThrow(
        refused('goal_not_found'),
      );
    });

    it('takes the place of the one that counts when it is signed, not before, and both are kept', async () => {
      const ctx = await testContext(dialect);
      const first = await proposeGoal(ctx, DRAFT);
      await signGoal(ctx, { id: first.id, person: MAX });
      const second = await proposeGoal(ctx, { ...DRAFT, person: MAX, amount: '45' });
      expect(second.version).toBe(2);
      const counting = async () =>
        (await browseGoals(ctx, { person: MIA, offset: 0, limit: 10 })).running.map(
          ({ goal }) => goal.target,
        );
      expect(await counting()).toEqual([40]);
      await signGoal(ctx, { id: second.id, person: MIA });
      expect(await counting()).toEqual([45]);
      const { past, pastCount } = await browseGoals(ctx, { person: MIA, offset: 0, limit: 10 });
      expect(pastCount).toBe(1);
      expect(past).toMatchObject([{ id: first.id, end: { how: 'replaced' }, signedAt: expect.any(Number) }]);
    });

    it('is signed by whom the team has named by then', async () => {
      const ctx = await testContext(dialect);
      const { id } = await proposeGoal(ctx, { ...DRAFT, person: MAX });
      await expect(signGoal(ctx, { id, person: ANA })).rejects.toThrow(
        refused('side_signed_already', { by: MAX, side: 'sales' }),
      );
      const { managers } = { managers: officesOf([MAX]).managers };
      await changeSettings(ctx, {
        person: MAX,
        change: () => ({ offices: { ...officesOf([MAX], [ANA]), managers } }),
      });
      await expect(signGoal(ctx, { id, person: MIA })).rejects.toThrow(
        refused('side_signed_already', { by: MAX, side: 'sales' }),
      );
      expect((await signGoal(ctx, { id, person: ANA })).signatures).toEqual({ marketing: ANA, sales: MAX });
    });
  });
}
