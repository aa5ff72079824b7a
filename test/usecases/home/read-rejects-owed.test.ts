import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { loadSettings } from '../../../src/store/team/settings.ts';
import { loadHomeList } from '../../../src/usecases/home/load-home-list.ts';
import { readOwn, readTogether } from '../../../src/usecases/home/read-owed.ts';
import { readToAnswer } from '../../../src/usecases/home/read-rejects-owed.ts';
import { askAboutRejects } from '../../../src/usecases/rejects/ask-about-rejects.ts';
import { changeCampaign } from '../../../src/usecases/source/change-campaigns.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, MAX, MIA } from '../../support/people.ts';
import { give, MONDAY, rejectedWorld, rejectSome, W47 } from '../../support/rejected-week.ts';
import { campaignIdsOf } from '../../support/sources.ts';

for (const dialect of DIALECTS) {
  describe(`rejects to answer in Home, on ${dialect}`, () => {
    it('are their own first, then those of others; to who is no marketer their own among what they owe', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(
        ctx,
        ['Alps', 'Spa', 'Zoo'].map((campaign) => ({ campaign, reason: 'no_need' })),
      );
      const [alps] = await campaignIdsOf(ctx, 'Alps');
      await changeCampaign(ctx, { by: MAX, id: alps!, words: { owner: ANA } });
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      expect(await toAnswer(ctx, MIA, 2)).toEqual([['Spa', 'Zoo'], 3]);
      expect(await toAnswer(ctx, ANA, 2)).toEqual([['Alps', 'Spa'], 3]);
      const list = await loadHomeList(ctx, MIA, { name: 'to_answer', kind: null, page: 0 });
      expect([list.count, list.rows.shown.length]).toEqual([3, 3]);
      expect(await own(ctx, MIA)).toBe(0);
      expect(await own(ctx, ANA)).toBe(1);
      await give(ctx);
      expect(await toAnswer(ctx, MIA, 2)).toEqual([['Spa', 'Zoo'], 2]);
    });
  });
}

function read<T>(
  ctx: TestContext,
  person: PersonId,
  what: (reading: Parameters<typeof readToAnswer>[0]) => Promise<T>,
) {
  return ctx.db.transaction(async (tx) =>
    what({ tx, settings: await loadSettings(tx), now: ctx.clock.now(), person }),
  );
}

function toAnswer(ctx: TestContext, person: PersonId, limit: number) {
  return read(ctx, person, async (reading) => {
    const { shown, count } = await readToAnswer(reading, { limit });
    const names = shown.map(({ thing }) => thing.is === 'rejects' && thing.summed.campaign);
    return [names, count];
  });
}

/** Of what is theirs by name, and of what marketing owes together. */
function own(ctx: TestContext, person: PersonId) {
  return read(ctx, person, async (reading) => {
    const { own: groups } = await readOwn(reading, 10);
    const together = await readTogether(reading, 'marketing', 10);
    expect(together).toEqual([]);
    return groups.due.count + groups.today.count + groups.later.reduce((sum, { count }) => sum + count, 0);
  });
}
