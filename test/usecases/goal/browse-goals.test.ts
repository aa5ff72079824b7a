import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { browseGoals } from '../../../src/usecases/goal/browse-goals.ts';
import { withdrawGoal } from '../../../src/usecases/goal/end-goal.ts';
import { proposeGoal } from '../../../src/usecases/goal/propose-goal.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';

const DAY = 86_400_000;

for (const dialect of DIALECTS) {
  describe(`the goals, on ${dialect}`, () => {
    it('are seen by everybody, with what each may do, and what is over page by page', async () => {
      const ctx = await testContext(dialect);
      const draft = { person: MIA, kind: 'won' as const, period: parsePeriod('2026-11'), amount: '4' };
      for (let n = 0; n < 3; n++) {
        const { id } = await proposeGoal(ctx, draft);
        await withdrawGoal(ctx, { id, person: MIA });
        ctx.clock.move(1000);
      }
      await proposeGoal(ctx, draft);
      const seen = await browseGoals(ctx, { person: ANA, offset: 2, limit: 2 });
      expect(seen).toMatchObject({ pastCount: 3, past: [{ version: 1 }], mayPropose: false });
      const may = async (person: typeof MIA) =>
        (await browseGoals(ctx, { person, offset: 0, limit: 2 })).proposed.map((each) => each.may);
      expect([await may(MIA), await may(MAX)]).toEqual([
        [{ sign: false, withdraw: true }],
        [{ sign: true, withdraw: false }],
      ]);
      // What nobody has signed in its time is over.
      ctx.clock.move(30 * DAY);
      const later = await browseGoals(ctx, { person: MAX, offset: 0, limit: 10 });
      expect([later.proposed.length, later.pastCount]).toEqual([0, 4]);
    });
  });
}
