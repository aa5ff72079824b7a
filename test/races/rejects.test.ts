import { describe, expect, it } from 'vitest';
import { listPromises } from '../../src/store/promise/promise.ts';
import { undoMove } from '../../src/usecases/lead/assign-lead.ts';
import { askAboutRejects } from '../../src/usecases/rejects/ask-about-rejects.ts';
import { DIALECTS } from '../support/databases.ts';
import { MAX, MIA } from '../support/people.ts';
import { fulfilled, race, rejections } from '../support/race.ts';
import { refused } from '../support/refused.ts';
import { asked, give, HOTELS, MONDAY, rejectedWorld, rejectSome, W47 } from '../support/rejected-week.ts';

for (const dialect of DIALECTS) {
  describe(`rejects that two touch at the same moment, on ${dialect}`, () => {
    it('are answered once, and the slower one hears by whom', async () => {
      const { ctx } = await asked(dialect);
      const clicks = [MIA, MAX].map((person) => () => give(ctx, { person }));
      const results = await race(ctx.db, 'rejects', clicks);
      expect(fulfilled(results)).toHaveLength(1);
      expect(rejections(results)).toEqual([refused('rejects_answered', { by: MIA })]);
    });

    it('are owed no more when the last two are taken back at once', async () => {
      const ctx = await rejectedWorld(dialect);
      const spa = { campaign: 'Spa', reason: 'no_need' };
      const leads = await rejectSome(ctx, [spa, spa]);
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      const undoes = leads.map((leadId) => () => undoMove(ctx, { leadId, person: MAX }));
      expect(rejections(await race(ctx.db, 'rejected_lead', undoes))).toEqual([]);
      const [promise] = await ctx.db.transaction((tx) => listPromises(tx, HOTELS));
      expect(promise?.end).toMatchObject({ how: 'waived', why: 'undone' });
    });
  });
}
