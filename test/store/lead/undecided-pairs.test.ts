import { describe, expect, it } from 'vitest';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { scorecardText } from '../../../src/sentences/en/scorecard/text.ts';
import { countUndecidedOf, findUndecidedPairs } from '../../../src/store/lead/undecided-pairs.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { keepLeadsApart, mergeLead } from '../../../src/usecases/lead/merge-leads.ts';
import { qualifyLead } from '../../../src/usecases/lead/qualify-lead.ts';
import { loadScorecard } from '../../../src/usecases/scorecard/load-scorecard.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { receive } from '../../support/dana-again.ts';
import { DIALECTS } from '../../support/databases.ts';
import { qualification } from '../../support/one-lead.ts';
import { ANA } from '../../support/people.ts';

const ALWAYS = { start: 0, end: Number.MAX_SAFE_INTEGER };

for (const dialect of DIALECTS) {
  describe(`pairs that nobody has decided about, on ${dialect}`, () => {
    it('are listed, the longest waiting first, until somebody merges them or keeps them apart', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx);
      const one = await receive(ctx, { message: 'One' });
      ctx.clock.move(1_000);
      const two = await receive(ctx, { message: 'Two' });
      expect(await undecided(ctx)).toEqual({ ids: [one, two], count: 2 });
      expect(await undecided(ctx, 1)).toEqual({ ids: [one], count: 2 });
      await mergeLead(ctx, { leadId: one, person: ANA });
      await keepLeadsApart(ctx, { leadId: two, person: ANA });
      expect(await undecided(ctx)).toEqual({ ids: [], count: 0 });
    });

    it('are none any more once the new one is a deal of its own; a repeat is decided as it comes in', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx);
      await receive(ctx);
      expect((await undecided(ctx)).count).toBe(0);
      const again = await receive(ctx, { message: 'Again' });
      await claimLead(ctx, { leadId: again, person: ANA });
      expect((await undecided(ctx)).count).toBe(1);
      await qualifyLead(ctx, qualification(again, ANA));
      expect((await undecided(ctx)).count).toBe(0);
    });

    it('of a person are said beside the figures of the week, those of a company are not', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx);
      await receive(ctx, { message: 'Again' });
      await receive(ctx, { name: 'Lea', email: 'lea@harbour.example' });
      expect(await ctx.db.transaction((tx) => countUndecidedOf(tx, ALWAYS))).toBe(1);
      const loaded = await loadScorecard(ctx, parseWeek('2026-W47'));
      expect(loaded.scorecard.open.pairs).toBe(1);
      expect(scorecardText(loaded)).toContain('1 lead may be of somebody who was counted already');
    });
  });
}

function undecided(ctx: TestContext, limit = 5) {
  return ctx.db.transaction(async (tx) => {
    const { shown, count } = await findUndecidedPairs(tx, { limit });
    return { ids: shown.map(({ lead }) => lead.id), count };
  });
}
