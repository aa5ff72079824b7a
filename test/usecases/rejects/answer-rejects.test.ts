import { describe, expect, it } from 'vitest';
import { listPromises } from '../../../src/store/promise/promise.ts';
import { insertPeople } from '../../../src/store/team/person.ts';
import { undoMove } from '../../../src/usecases/lead/assign-lead.ts';
import {
  correctRejectsAnswer,
  listAnswers,
  loadAnswer,
  prepareAnswer,
  withdrawAnswer,
} from '../../../src/usecases/rejects/answer-rejects.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';
import { refused } from '../../support/refused.ts';
import { asked, give, HOTELS, SPA, saidOf } from '../../support/rejected-week.ts';

for (const dialect of DIALECTS) {
  describe(`the answer to rejects, on ${dialect}`, () => {
    it('is given once, keeps the promise and stands where it was asked for', async () => {
      const { ctx } = await asked(dialect);
      await give(ctx);
      const [hotels] = await saidOf(ctx, 'rejects_dm');
      expect(hotels).toContain('<@U_MIA> changed the targeting');
      expect(hotels).toContain('> 5 houses and more, from Monday.\n[All 10][Correct…][Take back]');
      expect((await promises(ctx))[0]?.end).toMatchObject({ how: 'kept', by: MIA });
      const late = refused('rejects_answered', { by: MIA });
      await expect(give(ctx, { person: MAX })).rejects.toThrow(late);
      await expect(prepareAnswer(ctx, { id: HOTELS, person: MAX, step: 'answer' })).rejects.toThrow(late);
      expect((await loadAnswer(ctx, HOTELS)).rejects.answer).toMatchObject({ reason: 'not_our_market' });
    });

    it('is told in the thread of each lead, and to each rep once: of fourteen, ten and four', async () => {
      const { ctx } = await asked(dialect);
      await give(ctx);
      await expect(give(ctx)).rejects.toThrow();
      const lines = await saidOf(ctx, 'rejects_line');
      expect(new Set(lines).size).toBe(10);
      expect(lines[0]).toContain('C_LEADS under lead_card:lead_0001: ');
      expect(lines[0]).toContain('<@U_MIA> changed the targeting\n> 5 houses and more, from Monday.');
      const told = await saidOf(ctx, 'rejects_told');
      expect(told.map((line) => line.split('\n')[0])).toEqual([
        'U_ANA: *Hotels Q4*: <@U_MIA> changed the targeting',
        'U_BEN: *Hotels Q4*: <@U_MIA> changed the targeting',
      ]);
      await give(ctx, { id: SPA });
      const answered = (await listAnswers(ctx)).map(({ campaign, leads }) => [campaign, leads]);
      expect(answered).toEqual([
        ['Spa', 4],
        ['Hotels Q4', 10],
      ]);
      expect(await saidOf(ctx, 'rejects_line')).toHaveLength(14);
      expect(await saidOf(ctx, 'rejects_told')).toHaveLength(3);
    });

    it('is told to nobody who gave it or is gone, nor below a lead whose reject was taken back', async () => {
      const { ctx, leads } = await asked(dialect);
      await undoMove(ctx, { leadId: leads[0]!, person: MAX });
      await ctx.db.transaction(async (tx) => {
        await insertPeople(tx, [BEN], 0);
        await tx.sql.updateTable('person').set({ goneAt: 1 }).where('id', '=', BEN).execute();
        await tx.sql.updateTable('rejects').set({ owner: ANA }).execute();
      });
      await give(ctx, { person: ANA });
      expect(await saidOf(ctx, 'rejects_line')).toHaveLength(9);
      expect(await saidOf(ctx, 'rejects_told')).toEqual([]);
    });

    it('is nobody else’s, and none is given to what was taken back', async () => {
      const { ctx, leads } = await asked(dialect);
      await expect(give(ctx, { person: ANA })).rejects.toThrow(refused('rejects_not_yours', { owner: MIA }));
      for (const leadId of leads.slice(-4)) await undoMove(ctx, { leadId, person: MAX });
      const undone = refused('rejects_undone');
      await expect(give(ctx, { id: SPA })).rejects.toThrow(undone);
      await expect(prepareAnswer(ctx, { id: SPA, person: MIA, step: 'answer' })).rejects.toThrow(undone);
    });

    it('is corrected and taken back, with all that it was; then it is owed again by the same time', async () => {
      const { ctx } = await asked(dialect);
      const [before] = await promises(ctx);
      await give(ctx);
      const given = { change: 'form', sentence: 'We ask for the rooms.' } as const;
      await correctRejectsAnswer(ctx, { id: HOTELS, person: MIA, given });
      expect((await saidOf(ctx, 'rejects_dm'))[0]).toContain('changed the form');
      ctx.clock.move(16 * 60_000);
      await expect(withdrawAnswer(ctx, { id: HOTELS, person: MIA })).rejects.toThrow(
        refused('answer_too_late', { minutes: 15 }),
      );
      await expect(prepareAnswer(ctx, { id: HOTELS, person: BEN, step: 'correct' })).rejects.toThrow(
        refused('answer_not_yours', { by: MIA }),
      );
      await withdrawAnswer(ctx, { id: HOTELS, person: MAX });
      expect((await saidOf(ctx, 'rejects_dm'))[0]).toMatch(/\[What we changed\]\[Nothing, because…\]$/);
      const [again] = await promises(ctx);
      expect(again).toMatchObject({ id: before?.id, dueAt: before?.dueAt, end: null });
      await give(ctx, { change: 'nothing', sentence: 'They fit.' });
      expect(await history(ctx)).toEqual([
        'answered by U_MIA: targeting, 5 houses and more, from Monday.',
        'corrected by U_MIA: form, We ask for the rooms.',
        'withdrawn by U_MAX: null, null',
        'answered by U_MIA: nothing, They fit.',
      ]);
      expect(await promises(ctx)).toHaveLength(1);
    });
  });
}

function promises(ctx: TestContext) {
  return ctx.db.transaction((tx) => listPromises(tx, HOTELS));
}

function history(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql.selectFrom('rejectsEvent').selectAll().orderBy('id').execute();
    return rows.map(({ kind, actor, change, sentence }) => `${kind} by ${actor}: ${change}, ${sentence}`);
  });
}
