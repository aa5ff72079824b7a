import { describe, expect, it } from 'vitest';
import { HOUR } from '../../../src/domain/time/duration.ts';
import { loadSettings } from '../../../src/store/team/settings.ts';
import { readBroken, readOwedTo, readOwn, readTogether } from '../../../src/usecases/home/read-owed.ts';
import type { HomeReading } from '../../../src/usecases/home/reading.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { ask, NOW, tell } from '../../support/asked-field.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { receiveOne } from '../../support/one-lead.ts';
import { ANA, BEN, MAX, MIA } from '../../support/people.ts';

function reading<T>(ctx: TestContext, person: typeof ANA, read: (reading: HomeReading) => Promise<T>) {
  return ctx.db.transaction(async (tx) =>
    read({ tx, settings: await loadSettings(tx), now: ctx.clock.now(), person }),
  );
}

for (const dialect of DIALECTS) {
  describe(dialect, () => {
    it('of one lead the next thing is owed: the verdict comes after the contact', async () => {
      const ctx = await testContext(dialect);
      await claimLead(ctx, { leadId: await receiveOne(ctx), person: ANA });
      const { own } = await reading(ctx, ANA, (each) => readOwn(each, 10));
      expect(own.today.count).toBe(1);
      expect(own.today.shown.map(({ promise }) => promise.kind)).toEqual(['contact']);
      expect(own.later).toEqual([]);
    });

    it('a test lead is its owner’s to see and nobody’s task', async () => {
      const ctx = await testContext(dialect);
      const leadId = await receiveOne(ctx, { isTest: true });
      expect(await reading(ctx, BEN, (each) => readTogether(each, 'sales', 3))).toEqual([]);
      await claimLead(ctx, { leadId, person: ANA });
      ctx.clock.move(48 * HOUR);
      expect((await reading(ctx, ANA, (each) => readOwn(each, 10))).own.due.count).toBe(1);
      const { worst } = await reading(ctx, MAX, (each) => readBroken(each, { names: 3, limit: 5 }));
      expect(worst.count).toBe(0);
    });

    it('what was asked of two by name is owed by each of them, and owed to who asked', async () => {
      const ctx = await testContext(dialect, { startAt: NOW });
      await ask(ctx);
      for (const person of [ANA, BEN]) {
        const { own } = await reading(ctx, person, (each) => readOwn(each, 10));
        expect(own.later.map(({ kind, count }) => [kind, count])).toEqual([['answer', 1]]);
      }
      expect((await reading(ctx, MIA, (each) => readOwedTo(each, { limit: 5 }))).count).toBe(1);
      await tell(ctx, ANA);
      expect((await reading(ctx, BEN, (each) => readOwn(each, 10))).own.later).toEqual([]);
      const decide = await reading(ctx, MIA, (each) => readTogether(each, 'marketing', 3));
      expect(decide.map(({ kind, count }) => [kind, count])).toEqual([['decide', 1]]);
      expect((await reading(ctx, ANA, (each) => readOwedTo(each, { limit: 5 }))).count).toBe(1);
    });

    it('what is broken is told by kind, with who owes most of it first', async () => {
      const ctx = await testContext(dialect);
      for (const person of [ANA, BEN, BEN]) await claimLead(ctx, { leadId: await receiveOne(ctx), person });
      await receiveOne(ctx);
      ctx.clock.move(7 * HOUR);
      const { breaches, worst } = await reading(ctx, MAX, (each) => readBroken(each, { names: 1, limit: 2 }));
      expect(breaches).toEqual([
        { kind: 'claim', count: 1, by: { shown: ['sales'], count: 1 } },
        { kind: 'contact', count: 3, by: { shown: [BEN], count: 2 } },
      ]);
      expect(worst.count).toBe(4);
      expect(worst.shown).toHaveLength(2);
    });
  });
}
