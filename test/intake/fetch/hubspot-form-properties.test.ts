/** What HubSpot's forms ask is kept with the lead, in the words in which it was asked and answered. */
import { expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../src/domain/time/duration.ts';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MAX } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

type Properties = Record<string, string | null>;

const DANA = { firstname: 'Dana', lastname: 'Whitfield', email: 'dana@harbour.example' };

/** As developers.hubspot.com/docs/api-reference/legacy/crm/properties/get-properties shows them. */
const property = (name: string, label: string, more = {}) => ({
  ...{ name, label, type: 'string', fieldType: 'text', groupName: 'contactinformation' },
  ...{ formField: true, hidden: false, options: [], displayOrder: 1, hasUniqueValue: false },
  ...more,
});

const ROOMS = property('how_many_rooms', 'How many rooms?', {
  ...{ type: 'enumeration', fieldType: 'checkbox' },
  options: [
    { label: '10 to 50', value: 'm', displayOrder: 1, hidden: false },
    { label: 'More than 50', value: 'l', displayOrder: 2, hidden: false },
  ],
});

async function hubspotWith(properties: unknown, dialect: DialectName = 'sqlite') {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: api.url };
  const server = await webhookServer(dialect, settings);
  const contacts = new Map<string, Properties>();
  let listed: { status: number; body?: unknown } = { status: 200, body: { results: properties } };
  api.say((path) => {
    if (path.endsWith('/properties/contacts')) return listed;
    const id = path.split('/').at(-1) ?? '';
    const known = contacts.get(id);
    return known ? { status: 200, body: { id, properties: known } } : { status: 404 };
  });
  const runner = new FetchRunner({ ctx: server.context, settings, log: testLog() });
  const hears = async (...events: object[]) => {
    if (events.length > 0) expect((await server.deliver('hubspot', events)).status).toBe(200);
    await runner.runOnce(server.context.clock.now());
  };
  const list = (said: typeof listed) => {
    listed = said;
  };
  return { ...server, api, contacts, hears, list };
}

const created = (objectId: number) => ({ subscriptionType: 'contact.creation', objectId });
const changed = (objectId: number, propertyName: string) => ({
  ...{ subscriptionType: 'contact.propertyChange', objectId, propertyName },
});

it.each(DIALECTS)(
  'What forms asked is kept as it was asked and answered, and follows, on %s',
  async (dialect) => {
    const { hears, contacts, leads } = await hubspotWith([ROOMS, property('zip', 'Postal code')], dialect);
    contacts.set('701', { ...DANA, how_many_rooms: 'm;l', zip: '20457' });
    await hears(created(701));
    expect(await leads()).toMatchObject([
      {
        name: 'Dana Whitfield',
        fields: { 'How many rooms?': '10 to 50, More than 50', 'Postal code': '20457' },
      },
    ]);
    contacts.set('701', { ...DANA, how_many_rooms: 'l', zip: '1' });
    await hears(changed(701, 'how_many_rooms'));
    expect(await leads()).toMatchObject([
      { fields: { 'How many rooms?': 'More than 50', 'Postal code': '20457' } },
    ]);
    // One that is read of nobody changes nothing.
    await hears(changed(701, 'favourite_harbour'));
    expect(await leads()).toMatchObject([{ name: 'Dana Whitfield', email: DANA.email }]);
  },
);

it('What a question’s words say is read like any form’s', async () => {
  const { hears, contacts, leads } = await hubspotWith([property('fun', 'Position')]);
  contacts.set('701', { ...DANA, fun: 'Owner' });
  await hears(created(701));
  expect(await leads()).toMatchObject([{ name: 'Dana Whitfield', title: 'Owner' }]);
});

it('HubSpot’s own bookkeeping, what no form asks, what is hidden and what is odd is not asked for', async () => {
  const { hears, contacts, api, leads } = await hubspotWith([
    ROOMS,
    property('hs_lead_status', 'Lead status'),
    property('score', 'Score', { formField: false }),
    property('inner', 'Inner', { hidden: true }),
    property('sum', 'Sum', { calculated: true }),
    property('a,b', 'Odd'),
    ...[null, 5, {}, { name: 'x' }],
  ]);
  contacts.set('701', DANA);
  contacts.set('702', { ...DANA, email: 'd@pier.example' });
  await hears(created(701), created(702));
  const asked = api.asked.map(
    ({ path, query }) => `${path.split('/').at(-1)} ${query.get('properties') ?? ''}`,
  );
  // What there is to ask for is asked once for some minutes.
  expect(asked.filter((each) => each.startsWith('contacts '))).toHaveLength(1);
  expect(asked.filter((each) => each.endsWith(' how_many_rooms'))).toHaveLength(2);
  expect(asked.filter((each) => /hs_lead_status|score|inner|sum|a,b/.test(each))).toEqual([]);
  const before = api.asked.length;
  contacts.set('703', { ...DANA, email: 'd@cove.example' });
  await hears(created(703));
  expect(api.asked.slice(before).filter(({ path }) => path.endsWith('/properties/contacts'))).toEqual([]);
  expect(await leads()).toHaveLength(3);
});

it('More of them than fit in one address are asked for in several', async () => {
  const many = Array.from({ length: 300 }, (_, n) =>
    property(`question_number_${n}_of_many`, `Question ${n}`),
  );
  const { hears, contacts, api, leads } = await hubspotWith(many);
  contacts.set('701', { ...DANA, question_number_0_of_many: 'first', question_number_299_of_many: 'last' });
  await hears(created(701));
  expect(Math.max(...api.asked.map(({ query }) => query.get('properties')?.length ?? 0))).toBeLessThan(4_001);
  expect(await leads()).toMatchObject([{ fields: { 'Question 0': 'first', 'Question 299': 'last' } }]);
});

it.each(DIALECTS)(
  'A token that may not read what properties there are reads people as before, and it is told once until it may, on %s',
  async (dialect) => {
    const { hears, contacts, leads, list, context } = await hubspotWith([ROOMS], dialect);
    const told = async () => (await outboxState(context)).troubles.map(({ facts }) => facts);
    const notices = () =>
      context.db.transaction((tx) =>
        tx.sql.selectFrom('outbox').select('target').where('kind', '=', 'notice').execute(),
      );
    for (const id of ['701', '702', '703', '704'])
      contacts.set(id, { ...DANA, email: `d${id}@harbour.example`, how_many_rooms: 'm' });
    list({ status: 403 });
    await hears({ ...created(701), portalId: 1021 }, { ...created(702), portalId: 1021 });
    expect(await leads()).toMatchObject([{ name: 'Dana Whitfield', fields: {} }, { fields: {} }]);
    const unread = { code: 'forms_unread', vendor: 'hubspot', account: '1021' };
    expect(await told()).toEqual([unread]);
    const toManagers = await notices();
    expect(toManagers).toEqual([{ target: MAX }]);
    // What HubSpot answers otherwise says nothing of the scope.
    context.clock.move(2 * MINUTE);
    list({ status: 404 });
    await hears({ ...created(703), portalId: 1021 });
    expect(await told()).toEqual([unread]);
    context.clock.move(11 * MINUTE);
    list({ status: 200, body: { results: [ROOMS] } });
    await hears({ ...created(704), portalId: 1021 });
    expect((await leads()).at(-1)).toMatchObject({ fields: { 'How many rooms?': '10 to 50' } });
    expect((await told()).filter(({ code }) => code === 'forms_unread')).toEqual([]);
    expect((await notices()).filter(({ target }) => target === MAX)).toEqual(toManagers);
  },
);

it('A scope that was missing counts as soon as it is given, well before the ten minutes are over', async () => {
  const { hears, contacts, leads, list, context } = await hubspotWith([ROOMS]);
  contacts.set('701', { ...DANA, how_many_rooms: 'm' });
  list({ status: 403 });
  contacts.set('702', { ...DANA, email: 'd@pier.example', how_many_rooms: 'l' });
  await hears(created(701));
  list({ status: 200, body: { results: [ROOMS] } });
  context.clock.move(2 * MINUTE);
  await hears(created(702));
  expect(await leads()).toMatchObject([{ fields: {} }, { fields: { 'How many rooms?': 'More than 50' } }]);
});

it('Where HubSpot is too busy to say them the person comes whole, later', async () => {
  const { hears, contacts, leads, list, context } = await hubspotWith([ROOMS]);
  contacts.set('701', { ...DANA, how_many_rooms: 'm' });
  list({ status: 503 });
  await hears(created(701));
  expect(await leads()).toEqual([]);
  list({ status: 200, body: { results: [ROOMS] } });
  context.clock.move(HOUR);
  await hears();
  expect(await leads()).toMatchObject([{ fields: { 'How many rooms?': '10 to 50' } }]);
});
