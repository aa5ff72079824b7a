import { describe, expect, it } from 'vitest';
import { handOverLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { rejectLead } from '../../../src/usecases/lead/reject-lead.ts';
import { tellWhoIsBack } from '../../../src/usecases/nag/tell-who-is-back.ts';
import { setOwnTime } from '../../../src/usecases/team/set-own-time.ts';
import { berlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { arrive, goOnLeave, tick, world } from '../../support/nagged-team.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { renderedMessage } from '../../support/rendered.ts';

async function back(ctx: TestContext, at: string): Promise<number> {
  ctx.clock.moveTo(berlin(at));
  return tellWhoIsBack(ctx);
}

/** How often the message was announced, the first time included. */
function armings(ctx: TestContext): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select('generation')
      .where('kind', '=', 'leave_back')
      .execute();
    return rows.reduce((total, { generation }) => total + generation, 0);
  });
}

function told(ctx: TestContext): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['kind', 'ref'])
      .where('kind', '=', 'leave_back')
      .orderBy('id')
      .execute();
    const words: string[] = [];
    for (const row of rows) {
      const view = await renderedMessage(tx, row, ctx.clock.now());
      words.push(view ? textOf(view) : '');
    }
    return words;
  });
}

for (const dialect of DIALECTS) {
  describe(`who is back from leave, on ${dialect}`, () => {
    it('hears once, as they begin to work, what others moved meanwhile and what still waits', async () => {
      const ctx = await world(dialect);
      const [given, , kept] = await arrive(ctx, 3);
      await claimLead(ctx, { leadId: given!, person: BEN });
      await claimLead(ctx, { leadId: kept!, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-11-20' });
      ctx.clock.moveTo(berlin('2026-11-19T10:00'));
      await handOverLead(ctx, { leadId: given!, person: MAX, to: ANA, note: null });
      expect(await back(ctx, '2026-11-20T12:00')).toBe(0);
      expect(await back(ctx, '2026-11-22T12:00')).toBe(0);
      expect(await back(ctx, '2026-11-23T08:59')).toBe(0);
      ctx.clock.moveTo(berlin('2026-11-23T09:00'));
      await Promise.all([tellWhoIsBack(ctx), tellWhoIsBack(ctx)]);
      const [words] = await told(ctx);
      expect(words).toContain('While you were away 1 of your leads moved on, 1 thing waits for you.');
      expect(words).toMatch(/Dana 1.*handed it over to/);
      expect(words).toMatch(/Still waiting for you[\s\S]*Dana 3/);
      expect(await back(ctx, '2026-11-24T09:00')).toBe(0);
      expect(await told(ctx)).toHaveLength(1);
    });

    it('sees in that message what is so still: what they do themselves leaves the list, what comes later never enters it', async () => {
      const ctx = await world(dialect);
      const [given, kept, later] = await arrive(ctx, 3);
      for (const leadId of [given!, kept!]) await claimLead(ctx, { leadId, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-11-20' });
      ctx.clock.moveTo(berlin('2026-11-19T10:00'));
      await handOverLead(ctx, { leadId: given!, person: MAX, to: ANA, note: null });
      await back(ctx, '2026-11-23T09:00');
      const before = await armings(ctx);

      ctx.clock.moveTo(berlin('2026-11-23T11:00'));
      await claimLead(ctx, { leadId: later!, person: BEN });
      expect(await told(ctx)).toEqual([
        expect.stringContaining('While you were away 1 of your leads moved on, 1 thing waits for you.'),
      ]);
      await handOverLead(ctx, { leadId: kept!, person: BEN, to: ANA, note: null });
      expect(await armings(ctx)).toBeGreaterThan(before);
      expect(await told(ctx)).toEqual([
        expect.stringMatching(/While you were away 1 of your leads moved on\.(?![\s\S]*Still)/),
      ]);
      // It comes back to them: then nothing of what passed is so any more.
      await handOverLead(ctx, { leadId: given!, person: ANA, to: BEN, note: null });
      expect(await told(ctx)).toEqual(['']);
      const again = await armings(ctx);
      ctx.clock.moveTo(berlin('2026-12-14T11:00'));
      await handOverLead(ctx, { leadId: given!, person: BEN, to: ANA, note: null });
      expect(await armings(ctx)).toBe(again);
    });

    it('hears of what somebody else judged, and what went back to the channel', async () => {
      const ctx = await world(dialect);
      const [judged, silent] = await arrive(ctx, 2);
      for (const leadId of [judged!, silent!]) await claimLead(ctx, { leadId, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-11-27' });
      ctx.clock.moveTo(berlin('2026-11-18T10:00'));
      await rejectLead(ctx, {
        leadId: judged!,
        person: MAX,
        reasonCode: 'no_budget',
        detail: null,
        note: null,
      });
      for (const day of ['18', '19', '20', '23', '24', '25', '26', '27'])
        await tick(ctx, berlin(`2026-11-${day}T17:00`));
      await back(ctx, '2026-11-30T09:00');
      const [words] = await told(ctx);
      expect(words).toContain('While you were away 2 of your leads moved on.');
      expect(words).toMatch(/Dana 1.*rejected it: No budget/);
      expect(words).toMatch(/Dana 2.*Tango gave it back to the channel/);
    });

    it('hears nothing where nothing happened, nor of what they gave back themselves', async () => {
      const ctx = await world(dialect);
      const [lead] = await arrive(ctx, 1);
      await claimLead(ctx, { leadId: lead!, person: BEN });
      await goOnLeave(ctx, BEN, { from: '2026-11-18', to: '2026-11-20' });
      ctx.clock.moveTo(berlin('2026-11-18T10:00'));
      await releaseLead(ctx, { leadId: lead!, person: BEN });
      await back(ctx, '2026-11-23T09:00');
      expect((await told(ctx)).filter((words) => words !== '')).toEqual([]);
    });

    it('is told on their return of a leave that was cut short or extended, each day of it once', async () => {
      const ctx = await world(dialect);
      const say = (from: string, to: string) =>
        setOwnTime(ctx, { by: BEN, of: { id: BEN }, change: { kind: 'leave', leave: { from, to } } });
      const refs = async () =>
        (
          await ctx.db.transaction((tx) =>
            tx.sql
              .selectFrom('outbox')
              .select('ref')
              .where('kind', '=', 'leave_back')
              .orderBy('id')
              .execute(),
          )
        ).map(({ ref }) => ref);
      await say('2026-11-18', '2026-11-27');
      ctx.clock.moveTo(berlin('2026-11-20T10:00'));
      const { own } = await setOwnTime(ctx, { by: BEN, of: { id: BEN }, change: { kind: 'no_leave' } });
      expect(own.leave).toEqual([]);
      expect(await tellWhoIsBack(ctx)).toBe(1);
      expect(await refs()).toEqual([`${BEN}/2026-11-18/2026-11-19`]);
      await say('2026-11-20', '2026-11-24');
      ctx.clock.moveTo(berlin('2026-11-24T10:00'));
      await say('2026-11-24', '2026-11-25');
      expect(await back(ctx, '2026-11-25T10:00')).toBe(0);
      expect(await back(ctx, '2026-11-26T09:00')).toBe(1);
      expect((await refs())[1]).toBe(`${BEN}/2026-11-20/2026-11-25`);
    });
  });
}
