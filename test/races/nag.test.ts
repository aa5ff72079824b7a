import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../src/domain/lead/lead.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { recordMover, upsertProfile } from '../../src/store/team/person.ts';
import { claimLead, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { qualifyLead } from '../../src/usecases/lead/qualify-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { releaseDeactivated } from '../../src/usecases/nag/release-deactivated.ts';
import { sendDigests } from '../../src/usecases/nag/send-digests.ts';
import { sendNags } from '../../src/usecases/nag/send-nags.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { lookAt } from '../support/next-nag.ts';
import { ANA, BEN, MAX } from '../support/people.ts';
import { race, rejections } from '../support/race.ts';
import { BERLIN } from '../support/sample-lead.ts';
import { sampleProfile } from '../support/sample-person.ts';
import { testClock } from '../support/time.ts';

const ARRIVED = berlin('2026-11-17T14:15');
const NEXT_MORNING = berlin('2026-11-18T09:15');
const ALL_MET = { met: ['fits', 'need', 'decides', 'timing'], exception: null, nextStep: null };

for (const dialect of DIALECTS) {
  describe(`nags while something else happens, on ${dialect}`, () => {
    it('are no more than three a day to one person when two replicas say one each', async () => {
      const ctx = await world(dialect);
      const [first, second, third, fourth] = await arrive(ctx, 4);
      for (const leadId of [first!, second!, third!, fourth!]) await claimLead(ctx, { leadId, person: ANA });
      for (const leadId of [third!, fourth!]) await lookAt(ctx, leadId, null);
      ctx.clock.moveTo(NEXT_MORNING);
      expect(await sendNags(ctx)).toBe(2);
      await lookAt(ctx, third!, NEXT_MORNING);
      await race(ctx.db, 'nag_receipt', [
        () => sendNags(ctx),
        // Due earlier than what the other one has begun with.
        () => lookAt(ctx, fourth!, ARRIVED).then(() => sendNags(ctx)),
      ]);
      await race(ctx.db, 'nag_receipt', [() => sendDigests(ctx), () => sendDigests(ctx)]);
      expect(await channelsOf(ctx, ANA)).toEqual(['digest', 'dm', 'dm', 'dm']);
    });

    it('are not said about a lead that is being claimed', async () => {
      const ctx = await world(dialect);
      const [leadId] = await arrive(ctx, 1);
      ctx.clock.moveTo(berlin('2026-11-17T17:27'));
      const results = await race(ctx.db, 'lead', [
        () => claimLead(ctx, { leadId: leadId!, person: ANA }).then(() => 0),
        () => sendNags(ctx),
      ]);
      expect(results).toMatchObject([{ status: 'fulfilled' }, { status: 'fulfilled', value: 0 }]);
    });
  });

  describe(`an account that was deactivated, on ${dialect}`, () => {
    it('has its leads given back though a manager is giving one back', async () => {
      const ctx = await world(dialect);
      const ids = await arrive(ctx, 2);
      for (const leadId of ids) await claimLead(ctx, { leadId, person: BEN });
      await deactivate(ctx, BEN);
      const results = await race(ctx.db, 'lead', [
        () => releaseLead(ctx, { leadId: ids[0]!, person: MAX }).then(() => 1),
        () => releaseDeactivated(ctx),
      ]);
      expect(rejections(results)).toEqual([]);
      const owners = await ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('owner').execute());
      expect(owners).toEqual([{ owner: null }, { owner: null }]);
    });

    it('is told to the managers once, by replicas whose clocks differ', async () => {
      const ctx = await world(dialect);
      const [leadId] = await arrive(ctx, 1);
      const rest = { ...ALL_MET, nextStepOn: null, amount: null, note: null };
      await qualifyLead(ctx, { leadId: leadId!, person: BEN, ...rest });
      await deactivate(ctx, BEN);
      const other = { ...ctx, clock: testClock(ctx.clock.now() + 700) };
      await race(ctx.db, 'person', [() => releaseDeactivated(ctx), () => releaseDeactivated(other)]);
      const told = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'person_gone').execute(),
      );
      expect(told).toEqual([{ target: MAX }]);
    });
  });
}

async function world(dialect: (typeof DIALECTS)[number]): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: ARRIVED, firstStart: { timezone: BERLIN } });
  await ctx.db.transaction(async (tx) => {
    for (const id of [ANA, BEN, MAX]) await recordMover(tx, id, ARRIVED);
  });
  return ctx;
}

async function arrive(ctx: TestContext, count: number): Promise<LeadId[]> {
  const inputs = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n + 1}` }));
  return (await receiveLeads(ctx, inputs, { by: 'api', post: 'all' })).map(({ id }) => id);
}

async function deactivate(ctx: TestContext, id: PersonId): Promise<void> {
  const profile = sampleProfile(id, { name: null, isActive: false });
  await ctx.db.transaction((tx) => upsertProfile(tx, profile, ctx.clock.now()));
}

async function channelsOf(ctx: TestContext, hearer: PersonId): Promise<string[]> {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('nagReceipt').select('how').where('hearer', '=', hearer).orderBy('how').execute(),
  );
  return rows.map(({ how }) => how);
}
