/** Deals of HubSpot: whatever their pipelines call it, they say what became of a lead, once, and can be corrected. */
import { describe, expect, it } from 'vitest';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { WebhookSettings } from '../../../src/intake/webhooks/settings.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

type Properties = Record<string, string | null>;

/** "CRM API | Pipelines" (developers.hubspot.com): a pipeline of one's own, its stages numbered. */
const STAGES = [
  { id: '101', label: 'Erstgespräch', metadata: { isClosed: 'false', probability: '0.2' } },
  { id: '102', label: 'Unterschrieben 🎉', metadata: { isClosed: 'true', probability: '1.0' } },
  { id: '103', label: 'Nicht gewonnen', metadata: { isClosed: 'true', probability: '0.0' } },
  { id: '104', label: 'Pausiert', metadata: { isClosed: 'true', probability: '0.4' } },
];

const changed = (objectId: number, propertyName = 'dealstage') => ({
  ...{ subscriptionType: 'deal.propertyChange', portalId: 77, objectId, propertyName, propertyValue: 'x' },
});

async function dealWorld(dialect: DialectName = 'sqlite', changes: Partial<WebhookSettings> = {}) {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: api.url, ...changes };
  const server = await webhookServer(dialect, settings);
  const { context: ctx } = server;
  const deals = new Map<number, { properties: Properties; contacts: number[] }>();
  const contacts = new Map<number, Properties>();
  const said = { scope: 200 };
  api.say((path) => {
    const id = Number(path.split('/').at(-1));
    if (path.includes('/pipelines/deals/')) {
      const isKnown = path.endsWith('/sales');
      return isKnown ? { status: 200, body: { id: 'sales', stages: STAGES } } : { status: 404 };
    }
    if (path.includes('/objects/contacts/')) {
      const properties = contacts.get(id);
      return properties ? { status: 200, body: { id: `${id}`, properties } } : { status: 404 };
    }
    const deal = deals.get(id);
    if (said.scope !== 200) return { status: said.scope };
    if (!deal) return { status: 404 };
    const results = deal.contacts.map((each) => ({ id: `${each}`, type: 'deal_to_contact' }));
    const body = {
      id: `${id}`,
      properties: { pipeline: 'sales', ...deal.properties },
      associations: { contacts: { results } },
    };
    return { status: 200, body };
  });
  const runner = new FetchRunner({ ctx, settings, log: testLog() });
  const run = () => runner.runOnce(ctx.clock.now());
  const hears = async (...events: object[]) => {
    expect((await server.deliver('hubspot', events)).status).toBe(200);
    await run();
  };
  contacts.set(1, { firstname: 'Dana', email: 'dana@harbour.example' });
  contacts.set(2, { firstname: 'Lee', email: 'lee@park.example' });
  await hears(
    { subscriptionType: 'contact.creation', objectId: 1, portalId: 77 },
    { subscriptionType: 'contact.creation', objectId: 2, portalId: 77 },
  );
  const deal = (id: number, dealstage: string, more: Properties & { contacts?: never } = {}, of = [1]) =>
    deals.set(id, { properties: { dealstage, closedate: '2026-11-10T12:00:00Z', ...more }, contacts: of });
  const lead = async (externalId = '1') => {
    const found = (await server.leads()).find((each) => each.externalId === externalId)!;
    return {
      state: found.state,
      value: found.valueMinor,
      currency: found.currency,
      closedAt: found.closedAt,
    };
  };
  const moves = () =>
    ctx.db.transaction((tx) =>
      tx.sql
        .selectFrom('leadEvent')
        .select('kind')
        .where('kind', 'in', ['won', 'lost', 'undone'])
        .orderBy('id')
        .execute(),
    );
  const kinds = async () => (await moves()).map(({ kind }) => kind);
  const troubles = async () => (await outboxState(ctx)).troubles.map(({ facts }) => facts);
  return { ...server, ctx, settings, deals, contacts, deal, hears, run, lead, kinds, troubles, said };
}

const NOV_10 = Date.UTC(2026, 10, 10, 12);

describe.each(DIALECTS)('on %s', (dialect) => {
  it('a stage that its pipeline closes at 100 % is won, with its amount and day, once', async () => {
    const { deal, hears, lead, kinds } = await dealWorld(dialect);
    deal(501, '101', { amount: '1200' });
    await hears({ subscriptionType: 'deal.creation', objectId: 501, portalId: 77 });
    expect(await lead()).toMatchObject({ state: 'new', value: null });
    deal(501, '102', { amount: '1200.50', deal_currency_code: 'USD' });
    await hears(changed(501));
    await hears(changed(501), changed(501, 'amount'));
    expect(await lead()).toEqual({ state: 'won', value: 120_050, currency: 'USD', closedAt: NOV_10 });
    expect(await kinds()).toEqual(['won']);
  });

  it('a correction there is one here: another amount, lost after all, open again', async () => {
    const { deal, hears, lead, kinds, ctx, leads } = await dealWorld(dialect);
    const { id } = (await leads())[0]!;
    await claimLead(ctx, { leadId: id as never, person: ANA });
    deal(501, '102', { amount: '1000' });
    await hears(changed(501));
    deal(501, '102', { amount: '1500' });
    await hears(changed(501, 'amount'));
    expect(await lead()).toMatchObject({ state: 'won', value: 150_000, currency: 'EUR' });
    deal(501, '103', { closed_lost_reason: 'Budget' });
    await hears(changed(501));
    expect(await lead()).toMatchObject({ state: 'lost' });
    deal(501, '101');
    await hears(changed(501));
    // It goes on where it was.
    expect(await lead()).toMatchObject({ state: 'claimed', closedAt: null });
    expect(await kinds()).toEqual(['won', 'won', 'lost', 'undone', 'undone', 'undone']);
  });

  it('several deals of one lead are one outcome: won with the first, worth all that are won', async () => {
    const { deal, hears, lead } = await dealWorld(dialect);
    deal(501, '102', { amount: '1000' });
    deal(502, '103');
    deal(503, '102', { amount: '500', closedate: '2026-11-12T12:00:00Z' });
    await hears(changed(501), changed(502), changed(503));
    expect(await lead()).toEqual({ state: 'won', value: 150_000, currency: 'EUR', closedAt: NOV_10 });
    expect(await lead('2')).toMatchObject({ state: 'new' });
    // Deleted there, they say nothing any more.
    await hears({ subscriptionType: 'deal.deletion', objectId: 501, portalId: 77 });
    expect(await lead()).toMatchObject({ state: 'won', value: 50_000 });
    await hears({ subscriptionType: 'deal.deletion', objectId: 503, portalId: 77 });
    expect(await lead()).toMatchObject({ state: 'lost' });
    await hears({ subscriptionType: 'deal.deletion', objectId: 502, portalId: 77 });
    expect(await lead()).toMatchObject({ state: 'new', closedAt: null });
  });
});

it('A deal that is put to somebody else is theirs, and one of nobody known is nobody’s business', async () => {
  const { deal, hears, lead, troubles } = await dealWorld();
  deal(501, '102', { amount: '1000' });
  await hears(changed(501));
  deal(501, '102', { amount: '1000' }, [2]);
  const moved = { associationType: 'DEAL_TO_CONTACT', fromObjectId: 501, toObjectId: 2, portalId: 77 };
  await hears({ subscriptionType: 'deal.associationChange', ...moved });
  expect([await lead('1'), await lead('2')]).toMatchObject([
    { state: 'new' },
    { state: 'won', value: 100_000 },
  ]);
  deal(502, '102', {}, [9]);
  deal(503, '102', {}, []);
  await hears(changed(502), changed(503), changed(504));
  expect(await troubles()).toEqual([]);
});

it('A contact of whom a file told under another id is known by the address', async () => {
  const { deal, hears, contacts, lead } = await dealWorld();
  contacts.set(300, { email: 'Lee@Park.example' });
  deal(501, '102', { amount: '7' }, [300]);
  await hears(changed(501));
  expect(await lead('2')).toMatchObject({ state: 'won', value: 700 });
});

it('A stage that says neither is asked of the operator, and waits for the answer', async () => {
  const { deal, hears, lead, troubles, fetchJobs, ctx, ...world } = await dealWorld();
  deal(501, '104');
  await hears(changed(501));
  expect(await troubles()).toEqual([{ code: 'deal_stage_unclear', vendor: 'hubspot', stage: 'Pausiert' }]);
  expect(await lead()).toMatchObject({ state: 'new' });
  expect((await fetchJobs()).find(({ objectId }) => objectId === 'deal:77:501')).toMatchObject({
    state: 'pending',
  });
  // Started again with the answer.
  const answered = { ...world.settings, hubspotStages: { pausiert: 'won' as const } };
  ctx.clock.move(60_000);
  await new FetchRunner({ ctx, settings: answered, log: testLog() }).runOnce(ctx.clock.now());
  expect([await lead(), await troubles()]).toMatchObject([{ state: 'won' }, []]);
});

it('What the operator says of a stage goes before all else', async () => {
  const { deal, hears, lead, troubles } = await dealWorld('sqlite', {
    hubspotStages: { pausiert: 'lost', 102: 'open' },
  });
  deal(501, '104', {}, [2]);
  deal(502, '102');
  await hears(changed(501), changed(502));
  expect([await lead('2'), await lead('1')]).toMatchObject([{ state: 'lost' }, { state: 'new' }]);
  expect(await troubles()).toEqual([]);
});

it('A pipeline that is gone leaves what the deal itself says, and the words of HubSpot’s own stages', async () => {
  const { deal, hears, lead } = await dealWorld();
  deal(501, '9999', { pipeline: 'archived', hs_is_closed_won: 'true', amount: '5' });
  deal(502, 'closedlost', { pipeline: 'archived' }, [2]);
  await hears(changed(501), changed(502));
  expect([await lead('1'), await lead('2')]).toMatchObject([{ state: 'won', value: 500 }, { state: 'lost' }]);
});

it('Without the scope the managers hear of it, and contacts come as before', async () => {
  const { deal, hears, said, troubles, contacts, leads, run, ctx, lead } = await dealWorld();
  deal(501, '102');
  said.scope = 403;
  contacts.set(3, { firstname: 'Rui', email: 'rui@cove.example' });
  await hears(changed(501), { subscriptionType: 'contact.creation', objectId: 3, portalId: 77 });
  expect(await troubles()).toEqual([{ code: 'deals_unread', vendor: 'hubspot' }]);
  expect(await leads()).toHaveLength(3);
  said.scope = 200;
  ctx.clock.move(60_000);
  await run();
  expect([await lead(), await troubles()]).toMatchObject([{ state: 'won' }, []]);
});

it('Events about other things, and other properties, ask for nothing', async () => {
  const { hears, fetchJobs } = await dealWorld();
  const before = await fetchJobs();
  await hears(
    changed(501, 'hubspot_owner_id'),
    { subscriptionType: 'ticket.propertyChange', objectId: 5, propertyName: 'dealstage' },
    {
      subscriptionType: 'object.propertyChange',
      objectTypeId: '0-2',
      objectId: 5,
      propertyName: 'dealstage',
    },
  );
  expect(await fetchJobs()).toEqual(before);
});
