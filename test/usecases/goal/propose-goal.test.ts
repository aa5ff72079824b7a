import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../src/domain/goal/period.ts';
import { prepareGoal, proposeGoal } from '../../../src/usecases/goal/propose-goal.ts';
import { loadAuditLog } from '../../../src/usecases/team/load-audit-log.ts';
import { testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';

const NOVEMBER = parsePeriod('2026-11');
const QUALIFIED = { kind: 'qualified' as const, period: NOVEMBER, amount: '40' };

for (const dialect of DIALECTS) {
  describe(`a goal, on ${dialect}`, () => {
    it('is proposed once: of two who propose the same at once one is told', async () => {
      const ctx = await testContext(dialect);
      const both = [MIA, MAX].map((person) => proposeGoal(ctx, { ...QUALIFIED, person }));
      const results = await Promise.allSettled(both);
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const won = await proposeGoal(ctx, { ...QUALIFIED, kind: 'won', person: MAX });
      expect(won).toMatchObject({ version: 1, signatures: { marketing: null, sales: MAX } });
      const [entry] = (await loadAuditLog(ctx)).entries;
      expect(entry).toMatchObject({
        what: { code: 'goal', did: 'proposed', kind: 'won', period: '2026-11', version: 1 },
        before: null,
        after: { goal: { target: 40, currency: null } },
      });
    });

    it('is begun by who may propose it, this month, with nothing to go by in a new team', async () => {
      const ctx = await testContext(dialect);
      const wish = { kind: 'qualified' as const, period: null };
      await expect(prepareGoal(ctx, ANA, wish)).rejects.toThrow(refused('proposers_only'));
      expect(await prepareGoal(ctx, MIA, wish)).toMatchObject({
        ...{ kind: 'qualified', period: '2026-11', basis: null, suggested: null, currency: 'EUR' },
      });
    });
  });
}
