import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import {
  findKnownDeliveries,
  findLeadOfId,
  sameSource,
} from '../../../src/usecases/source/find-delivered.ts';
import { type TestContext, testContext } from '../../support/context.ts';
import { DIALECTS, twoOnOne } from '../../support/databases.ts';

const BO = { externalId: 'crm-7', name: 'Bo Lind', email: 'bo@two.example' };

async function receive(ctx: TestContext, ...leads: Record<string, unknown>[]) {
  const inputs = leads.map((lead) => ({ ...BO, source: 'Webinar', ...lead }));
  return receiveLeads(ctx, inputs, { by: 'api', post: 'all' });
}

async function guesses(ctx: TestContext) {
  const rows = await ctx.db.transaction((tx) => tx.sql.selectFrom('sourceGuess').selectAll().execute());
  return rows.map(({ text, leads }) => ({ text, leads }));
}

for (const dialect of DIALECTS)
  describe(`a sender’s id stands for the lead that it came with, on ${dialect}`, () => {
    it('whatever the spelling of its source', async () => {
      const ctx = await testContext(dialect);
      const [first] = await receive(ctx, {});
      expect(await receive(ctx, { source: 'WEBINAR' }, { source: ' web-inar' })).toEqual([
        { id: first?.id, duplicate: true },
        { id: first?.id, duplicate: true },
      ]);
    });

    it('and under a name that nobody knows by the person, which is remembered', async () => {
      const ctx = await testContext(dialect);
      const [first] = await receive(ctx, {});
      for (let n = 0; n < 2; n++)
        expect(await receive(ctx, { source: 'Webinars' })).toEqual([{ id: first?.id, duplicate: true }]);
      expect(await guesses(ctx)).toEqual([{ text: 'Webinars', leads: 2 }]);
      expect(await receive(ctx, { source: 'Webinars', email: 'cy@three.example' })).toMatchObject([
        { duplicate: false },
      ]);
    });

    it('and goes on when that name has a lead of its own', async () => {
      const ctx = await testContext(dialect);
      const cy = { externalId: 'crm-8', email: 'cy@three.example' };
      const [bo] = await receive(ctx, {}, cy);
      await receive(ctx, { source: 'Webinars' });
      const fresh = { source: 'Webinars', externalId: 'crm-9', email: 'di@four.example' };
      expect(await receive(ctx, fresh)).toMatchObject([{ duplicate: false }]);
      expect(await receive(ctx, { ...cy, source: 'Webinars' }, { source: 'Webinars' })).toMatchObject([
        { duplicate: true },
        { id: bo?.id, duplicate: true },
      ]);
    });

    it('but two sources that are known both may use the same number', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, { externalId: '5' });
      await receive(ctx, { source: 'Meta', externalId: '4', email: 'a@x.example' });
      expect(await receive(ctx, { source: 'Meta', externalId: '5' })).toMatchObject([{ duplicate: false }]);
      expect(await guesses(ctx)).toEqual([]);
    });

    it('in one delivery as well', async () => {
      const ctx = await testContext(dialect);
      const [one, other] = await receive(ctx, {}, { source: 'Webinars' });
      expect(other).toEqual({ id: one?.id, duplicate: true });
      expect(await guesses(ctx)).toEqual([{ text: 'Webinars', leads: 1 }]);
    });

    it('and an outcome goes to the one person whom several leads of an id are', async () => {
      const ctx = await testContext(dialect);
      const [one] = await receive(ctx, {});
      await receive(ctx, { source: 'Meta', externalId: 'm-1', email: 'a@x.example' });
      await receive(ctx, { source: 'Meta' });
      const asked = (source: string | null | undefined) =>
        ctx.db.transaction((tx) => findLeadOfId({ tx }, { externalId: 'crm-7', source }));
      expect(await asked(undefined)).toMatchObject({ id: one?.id });
      expect(await asked('META')).not.toMatchObject({ id: one?.id });
      expect(await asked('Fair')).toBe('none');
      await receive(
        ctx,
        { source: 'Meta', externalId: 'crm-8', email: 'a@x.example' },
        { externalId: 'crm-8' },
      );
      const several = ctx.db.transaction((tx) =>
        findLeadOfId({ tx }, { externalId: 'crm-8', source: undefined }),
      );
      expect(await several).toBe('several');
    });

    it('and which texts stand for one source is said', async () => {
      const ctx = await testContext(dialect);
      await receive(ctx, {});
      const isSame = await ctx.db.transaction((tx) => sameSource({ tx }, ['webinar', 'Webinar', 'Fair']));
      expect([isSame('webinar', 'Webinar'), isSame('Webinar', 'Fair'), isSame(null, 'Fair')]).toEqual([
        true,
        false,
        false,
      ]);
    });

    it('and of what never came there is none', async () => {
      const ctx = await testContext(dialect);
      const told = [{ source: 'Webinar', externalId: 'crm-1' }];
      expect(await ctx.db.transaction((tx) => findKnownDeliveries({ tx }, told))).toEqual([null]);
    });
  });

for (const dialect of DIALECTS) {
  describe(`two processes, on ${dialect}`, () => {
    it('that meet a new source at once make one of it', async () => {
      const [one, other] = await twoOnOne(dialect);
      const clock = { now: () => 1_000_000 };
      const both = [one, other].map((db, n) => ({
        db,
        clock,
        newId: (kind: string) => `${kind}_${n}_${++count}`,
      }));
      let count = 0;
      const taken = await Promise.all(
        both.map((ctx, n) =>
          receiveLeads(ctx, [{ ...BO, source: n === 0 ? 'Trade fair' : 'trade-fair', campaign: 'Spring' }], {
            by: 'api',
            post: 'none',
          }),
        ),
      );
      expect(new Set(taken.flat().map(({ id }) => id as LeadId)).size).toBe(1);
      const made = await one.transaction(async (tx) => ({
        sources: await tx.sql.selectFrom('source').selectAll().execute(),
        campaigns: await tx.sql.selectFrom('campaign').selectAll().execute(),
      }));
      expect([made.sources.length, made.campaigns.length]).toEqual([1, 1]);
    });
  });
}
