import { describe, expect, it } from 'vitest';
import type { RoutingRule } from '../../src/domain/routing/routing.ts';
import type { PersonId } from '../../src/domain/team/actor.ts';
import { render } from '../../src/messages/index.ts';
import { findLead, findLeads } from '../../src/store/lead/lead.ts';
import { updateOwnTime } from '../../src/store/team/person.ts';
import { insertMissingSettings } from '../../src/store/team/settings.ts';
import { claimLead, releaseLead } from '../../src/usecases/lead/claim-lead.ts';
import { receiveLeads } from '../../src/usecases/lead/receive-leads.ts';
import { putRoutingRule, removeRoutingRule } from '../../src/usecases/routing/edit-routing.ts';
import { previewRoutes } from '../../src/usecases/routing/preview-routes.ts';
import { loadAuditLog } from '../../src/usecases/team/load-audit-log.ts';
import { viewSettings } from '../../src/usecases/team/load-settings.ts';
import { berlin } from '../support/berlin.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { DIALECTS } from '../support/databases.ts';
import { textOf } from '../support/messages.ts';
import { ANA, BEN, LEADS, MAX } from '../support/people.ts';
import { BERLIN } from '../support/sample-lead.ts';

const NOON = berlin('2026-11-17T12:00');
const RULE: RoutingRule = {
  id: 'rule_1',
  sources: [],
  regions: [],
  mode: 'assign',
  people: [
    { person: ANA, weight: 1 },
    { person: BEN, weight: 1 },
  ],
  cap: 3,
};

for (const dialect of DIALECTS) {
  describe(`routing on ${dialect}`, () => {
    it('makes whose turn it is the owner, tells them, and says why in the thread', async () => {
      const ctx = await world(dialect, RULE);
      await goOnLeave(ctx, BEN);
      const [id] = await arrive(ctx, 1);
      expect(await lead(ctx, id!)).toMatchObject({
        state: 'claimed',
        owner: ANA,
        claimedAt: NOON,
        activeAt: null,
      });
      expect(await shown(ctx, 'lead_line')).toEqual([
        `${LEADS}: Tue 17 Nov, 12:00: Tango assigned it to <@${ANA}>: next in turn, 0 open of 3; <@${BEN}> is on leave.`,
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
        `${LEADS}: Tue 17 Nov, 12:00: Proposed: <@${ANA}>: next in turn, 0 open of 3.`,
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

    it('keeps both of two rules that are added at the same moment, and takes them down', async () => {
      const ctx = await world(dialect, null);
      const rule = { sources: [], regions: [], mode: 'assign' as const, people: [ANA], twice: [], cap: null };
      await Promise.all([
        putRoutingRule(ctx, { person: MAX, id: null, rule: { ...rule, sources: ['Webinar'] } }),
        putRoutingRule(ctx, { person: MAX, id: null, rule }),
      ]);
      const { routing } = await viewSettings(ctx);
      expect(routing.rules).toHaveLength(2);
      await expect(removeRoutingRule(ctx, { person: ANA, id: routing.rules[0]!.id })).rejects.toThrow(
        'managers',
      );
      await removeRoutingRule(ctx, { person: MAX, id: routing.rules[0]!.id });
      expect((await viewSettings(ctx)).routing.rules).toHaveLength(1);
      expect((await loadAuditLog(ctx)).entries.length).toBeGreaterThan(3);
    });

    it('shows whom the latest leads would have gone to, and changes nothing', async () => {
      const ctx = await world(dialect, null);
      await arrive(ctx, 2);
      await setRule(ctx, RULE);
      const { routes } = await previewRoutes(ctx, 100);
      expect(routes.map(({ title, note }) => [title, note?.to, note?.open])).toEqual([
        ['Dana 1', ANA, 0],
        ['Dana 2', BEN, 0],
      ]);
      expect(await shown(ctx, 'lead_line')).toEqual([]);
    });
  });
}

async function world(dialect: (typeof DIALECTS)[number], rule: RoutingRule | null): Promise<TestContext> {
  const ctx = await testContext(dialect, { startAt: NOON, firstStart: { timezone: BERLIN } });
  if (rule) await setRule(ctx, rule);
  return ctx;
}

async function setRule(ctx: TestContext, rule: RoutingRule): Promise<void> {
  await ctx.db.transaction((tx) => insertMissingSettings(tx, { routing: { rules: [rule] } }, NOON));
}

async function goOnLeave(ctx: TestContext, id: PersonId): Promise<void> {
  const own = { hours: null, region: null, leave: [{ from: '2026-11-17', to: '2026-11-18' }] };
  await ctx.db.transaction((tx) => updateOwnTime(tx, id, own, NOON));
}

async function arrive(ctx: TestContext, count: number) {
  const inputs = Array.from({ length: count }, (_, n) => ({ source: 'Webinar', name: `Dana ${n + 1}` }));
  return (await receiveLeads(ctx, inputs, { by: 'api', post: 'all' })).map(({ id }) => id);
}

function lead(ctx: TestContext, id: Awaited<ReturnType<typeof arrive>>[number]) {
  return ctx.db.transaction((tx) => findLead(tx, id));
}

async function card(ctx: TestContext, id: string): Promise<string> {
  const view = await ctx.db.transaction((tx) => render(tx, { kind: 'lead_card', ref: id }, ctx.clock.now()));
  return view && 'blocks' in view ? textOf(view) : '';
}

/** What would be said now, and where. */
function shown(ctx: TestContext, kind: 'lead_line' | 'lead_dm' | 'lead_proposed'): Promise<string[]> {
  return ctx.db.transaction(async (tx) => {
    const rows = await tx.sql
      .selectFrom('outbox')
      .select(['ref', 'target'])
      .where('kind', '=', kind)
      .orderBy('id')
      .execute();
    const lines: string[] = [];
    for (const { ref, target } of rows) {
      const view = await render(tx, { kind, ref }, ctx.clock.now());
      if (view && 'text' in view) lines.push(`${target}: ${view.text}`);
    }
    return lines;
  });
}
