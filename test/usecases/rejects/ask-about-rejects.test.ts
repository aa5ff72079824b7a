import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { ruleOf } from '../../../src/domain/promise/kinds.ts';
import { parseWeek } from '../../../src/domain/time/week.ts';
import { listPromises } from '../../../src/store/promise/promise.ts';
import { reopenLead, undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import { askAboutRejects } from '../../../src/usecases/rejects/ask-about-rejects.ts';
import { changeCampaign } from '../../../src/usecases/source/change-campaigns.ts';
import { changeSource } from '../../../src/usecases/source/change-sources.ts';
import { berlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { race } from '../../support/race.ts';
import {
  asked,
  FOURTEEN,
  HOTELS,
  MONDAY,
  rejectedWorld,
  rejectSome,
  saidOf,
  W47,
} from '../../support/rejected-week.ts';
import { campaignIdsOf, idsOf } from '../../support/sources.ts';

for (const dialect of DIALECTS) {
  describe(`what was rejected in a week, on ${dialect}`, () => {
    it('is put before who answers for each campaign: fourteen of two are two messages', async () => {
      const { ctx } = await asked(dialect);
      const [hotels, spa, ...more] = await saidOf(ctx, 'rejects_dm');
      expect(more).toEqual([]);
      expect(hotels).toContain(
        'U_MIA: *Hotels Q4*: 10 leads were rejected in week 47 (16–22 Nov)\n9 Not our market · 1 No budget',
      );
      expect(hotels).toMatch(/2 rooms only[\s\S]+\[All 10\]\[What we changed\]\[Nothing, because…\]$/);
      expect(spa).toContain(
        'U_MIA: *Spa*: 4 leads were rejected in week 47 (16–22 Nov)\n4 No need or interest',
      );
      const [promise] = await promisesOf(ctx, HOTELS);
      expect(promise).toMatchObject({ kind: 'answer_rejects', owedBy: MIA, owedTo: 'sales', end: null });
      expect(promise?.dueAt).toBe(berlin('2026-11-25T18:00'));
    });

    it('once, however often and by how many it is asked', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(ctx, FOURTEEN);
      ctx.clock.moveTo(MONDAY);
      const both = await race(ctx.db, 'rejects', [
        () => askAboutRejects(ctx, W47),
        () => askAboutRejects(ctx, W47),
      ]);
      expect(both.map((each) => each.status === 'fulfilled' && each.value).sort()).toEqual([0, 2]);
      expect(await askAboutRejects(ctx, W47)).toBe(0);
      expect(await saidOf(ctx, 'rejects_dm')).toHaveLength(2);
    });

    it('leaves out what counts nowhere, what was given in another week, and old leads without a card', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(ctx, [{ campaign: 'Spa', reason: 'spam' }]);
      const [test, old] = await rejectSome(ctx, [
        { campaign: 'Spa', reason: 'no_need' },
        { campaign: 'Spa', reason: 'no_need' },
      ]);
      await change(ctx, test!, { isTest: 1 });
      await change(ctx, old!, { cardChannel: null });
      ctx.clock.moveTo(MONDAY - 9 * 3_600_000 - 1);
      await rejectSome(ctx, [{ campaign: 'Last', reason: 'no_need' }]);
      ctx.clock.moveTo(MONDAY - 9 * 3_600_000);
      await rejectSome(ctx, [{ campaign: 'Next', reason: 'no_need' }]);
      ctx.clock.moveTo(MONDAY);
      expect(await askAboutRejects(ctx, W47)).toBe(1);
      expect((await saidOf(ctx, 'rejects_dm'))[0]).toContain('*Last*: 1 lead was rejected');
    });

    it('goes to the owner of the campaign, of the source, to marketing; and not to whoever is gone', async () => {
      const ctx = await rejectedWorld(dialect);
      await rejectSome(ctx, [
        { campaign: 'Spa', reason: 'no_need' },
        { campaign: null, reason: 'no_need' },
        { campaign: null, source: null, reason: 'no_need' },
      ]);
      const [spa] = await campaignIdsOf(ctx, 'Spa');
      const [meta] = await idsOf(ctx, 'Meta');
      await changeCampaign(ctx, { by: MAX, id: spa!, words: { owner: ANA } });
      await changeSource(ctx, { by: MAX, id: meta!, words: { owner: BEN } });
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      const heads = (await saidOf(ctx, 'rejects_dm')).map((line) => line.split(' ').slice(0, 4).join(' '));
      expect(heads.sort()).toEqual([
        'U_ANA: *Spa*: 1 lead',
        'U_BEN: *Meta*: 1 lead',
        'U_MIA: *Without a source*:',
      ]);
    });

    it('makes up for weeks in which Tango was not there', async () => {
      const { ctx } = await asked(dialect);
      ctx.clock.move(3_600_000);
      await rejectSome(ctx, [{ campaign: 'Spa', reason: 'no_need' }]);
      ctx.clock.moveTo(MONDAY + 21 * 86_400_000);
      expect(await askAboutRejects(ctx, parseWeek('2026-W50'))).toBe(1);
      expect((await saidOf(ctx, 'rejects_dm'))[2]).toContain('*Spa*: 1 lead was rejected in week 48');
    });

    it('is owed no more once all of it was taken back, and is shown without what was', async () => {
      const ctx = await rejectedWorld(dialect);
      const [one, other] = await rejectSome(ctx, [
        { campaign: 'Spa', reason: 'no_need' },
        { campaign: 'Spa', reason: 'no_need' },
      ]);
      ctx.clock.moveTo(MONDAY - 86_400_000);
      ctx.clock.moveTo(MONDAY);
      await askAboutRejects(ctx, W47);
      await undoMove(ctx, { leadId: one!, person: MAX });
      expect((await saidOf(ctx, 'rejects_dm'))[0]).toContain('*Spa*: 1 lead was rejected');
      await reopenLead(ctx, { leadId: other!, person: MAX });
      expect((await saidOf(ctx, 'rejects_dm'))[0]).toContain('was taken back, all of it');
      const [promise] = await promisesOf(ctx, HOTELS);
      expect(promise?.end).toMatchObject({ how: 'waived', why: 'undone' });
    });
  });
}

function promisesOf(ctx: TestContext, id: string) {
  return ctx.db.transaction((tx) => listPromises(tx, id));
}

function change(ctx: TestContext, id: LeadId, values: { isTest?: 1; cardChannel?: null }) {
  return ctx.db.transaction((tx) => tx.sql.updateTable('lead').set(values).where('id', '=', id).execute());
}

it('The answer is owed by marketing and chased as stories are', () => {
  expect(ruleOf('answer_rejects').steps).toEqual(ruleOf('decide').steps);
});
