import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../src/domain/team/actor.ts';
import { render } from '../../../src/messages/index.ts';
import { findLead, findLeads } from '../../../src/store/lead/lead.ts';
import { updateOwnTime } from '../../../src/store/team/person.ts';
import { claimLead, releaseLead } from '../../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { previewRoutes } from '../../../src/usecases/routing/preview-routes.ts';
import { berlin } from '../../support/berlin.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { textOf } from '../../support/messages.ts';
import { ANA, BEN, LEADS } from '../../support/people.ts';
import { arrive, NOON, RULE, shown, world } from '../../support/routed-leads.ts';

for (const dialect of DIALECTS) {
  describe(`routing on ${dialect}`, () => {
    it('makes whose turn it is the owner, tells them, and says why in the thread', async () => {
      const ctx = await world(dialect, RULE);
      await goOnLeave(ctx, BEN);
      const [id] = await arrive(ctx, 1);
      expect(await lead(ctx, id!)).toMatchObject({
        state: 'claimed',
        owner: ANA,
        claimedAt: null,
        activeAt: null,
      });
      expect(await shown(ctx, 'lead_line')).toEqual([
        `${LEADS}: 12:00 on Tue 17 Nov: Tango assigned it to <@${ANA}>: next in turn, 0 open of 3; <@${BEN}> is on leave.`,
      ]);
      expect(await shown(ctx, 'lead_dm')).toEqual([`${ANA}: Dana 1: Tango gave you this lead.`]);
    });

    it('leaves it open, and says so, where nobody may have more', async () => {
      const ctx = await world(dialect, RULE);
      const ids = await arrive(ctx, 7);
      const owners = (await ctx.db.transaction((tx) => findLeads(tx, ids))).map(({ owner }) => owner);
      expect(owners.filter((owner) => owner === ANA)).toHaveLength(3);
      expect(owners.filter((owner) => owner === BEN)).toHaveLength(3);
      expect(await lead(ctx, ids[6]!)).toMatchObject({ state: 'new', owner: null });
      expect((await shown(ctx, 'lead_line')).at(-1)).toContain('First come, first served: nobody is there');
    });

    it('is fair when many arrive at once', async () => {
      const ctx = await world(dialect, { ...RULE, cap: null });
      // One each: two of one call go to both whatever the others do.
      await Promise.all(Array.from({ length: 20 }, () => arrive(ctx, 1)));
      const { routes } = await previewRoutes(ctx, 100);
      expect(routes).toHaveLength(20);
      const owners = await ctx.db.transaction((tx) => tx.sql.selectFrom('lead').select('owner').execute());
      expect(owners.filter(({ owner }) => owner === ANA)).toHaveLength(10);
    });

    it('proposes on the card and by direct message, and anybody may still claim', async () => {
      const ctx = await world(dialect, { ...RULE, mode: 'propose' });
      const [id] = await arrive(ctx, 1);
      expect(await lead(ctx, id!)).toMatchObject({ state: 'new', owner: null });
      expect(await card(ctx, id!)).toContain(`Proposed: <@${ANA}>`);
      expect(await shown(ctx, 'lead_proposed')).toEqual([
        `${ANA}: Dana 1: It is your turn for this lead: claim it, or leave it to the others.`,
      ]);
      expect(await shown(ctx, 'lead_line')).toEqual([
        `${LEADS}: 12:00 on Tue 17 Nov: Proposed: <@${ANA}>: next in turn, 0 open of 3.`,
      ]);
      await claimLead(ctx, { leadId: id!, person: BEN });
      expect(await shown(ctx, 'lead_proposed')).toEqual([]);
      await releaseLead(ctx, { leadId: id!, person: BEN });
      expect(await card(ctx, id!)).not.toContain('Proposed');
    });

    it('leaves alone what is a test, has no card, is taken already, or came back', async () => {
      const ctx = await world(dialect, RULE);
      const test = { source: 'Webinar', name: 'Test', isTest: true };
      const old = { source: 'Webinar', name: 'Old', receivedAt: berlin('2026-01-07T12:00') };
      await receiveLeads(ctx, [test, old], { by: 'api', post: 'recent' });
      await receiveLeads(ctx, [{ source: 'Fair', name: 'Eve' }], { by: BEN, post: 'all', isTaken: true });
      const dana = { source: 'Webinar', name: 'Dana', email: 'dana@harbour.example' };
      await receiveLeads(ctx, [dana], { by: 'api', post: 'all' });
      await receiveLeads(ctx, [{ ...dana, source: 'Fair' }], { by: 'api', post: 'all' });
      const rows = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('lead').select(['name', 'owner']).orderBy('id').execute(),
      );
      expect(rows.map(({ name, owner }) => `${name}: ${owner}`)).toEqual([
        'Test: null',
        'Old: null',
        'Eve: null',
        `Dana: ${ANA}`,
        'Dana: null',
      ]);
    });
  });
}

async function goOnLeave(ctx: TestContext, id: PersonId): Promise<void> {
  const own = {
    hours: null,
    nextHours: null,
    region: null,
    leave: [{ from: '2026-11-17', to: '2026-11-18' }],
  };
  await ctx.db.transaction((tx) => updateOwnTime(tx, id, own, NOON));
}

function lead(ctx: TestContext, id: Awaited<ReturnType<typeof arrive>>[number]) {
  return ctx.db.transaction((tx) => findLead(tx, id));
}

async function card(ctx: TestContext, id: string): Promise<string> {
  const view = await ctx.db.transaction((tx) => render(tx, { kind: 'lead_card', ref: id }, ctx.clock.now()));
  return view && 'blocks' in view ? textOf(view) : '';
}
