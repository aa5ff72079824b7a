/** Of people who are fetched at once the one who came first is the earlier, however HubSpot orders its events and whichever answer is first here. */
import { expect, it } from 'vitest';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import { meta } from '../../../src/intake/webhooks/vendors/meta.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { DIALECTS } from '../../support/databases.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

/** So many that their answers are asked for in several requests. */
const PROPERTIES = Array.from({ length: 400 }, (_, n) => ({
  ...{ name: `question_number_${n}_of_many`, label: `Question ${n}`, formField: true },
}));

/** Contact 720 was the first, 719 the next and so on; all but those of one address are of different people. */
const createdAt = (id: number) => `2026-11-17T09:58:${720 - id + 10}.000Z`;
const created = (objectId: number) => ({
  ...{ subscriptionType: 'contact.creation', objectId, occurredAt: Date.parse(createdAt(objectId)) },
});

async function world(dialect: DialectName, ofDana: readonly number[]) {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: api.url };
  const server = await webhookServer(dialect, settings);
  const { context } = server;
  /** Its answer waits for the whole of another's. */
  const waits = new Map<number, Promise<void>>();
  const whole = new Map<number, () => void>();
  api.say(async (path) => {
    if (path.endsWith('/properties/contacts')) return { status: 200, body: { results: PROPERTIES } };
    const id = Number(path.split('/').at(-1));
    await waits.get(id);
    if (api.asked.at(-1)?.query.get('properties')?.endsWith(PROPERTIES.at(-1)!.name)) whole.get(id)?.();
    const email = ofDana.includes(id) ? 'dana@harbour.example' : `p${id}@pier${id}.example`;
    const properties = { firstname: `Person ${id}`, email };
    return { status: 200, body: { id: `${id}`, createdAt: createdAt(id), properties } };
  });
  const runner = new FetchRunner({ ctx: context, settings, log: testLog() });
  const hears = async (...events: object[]) => {
    expect((await server.deliver('hubspot', events)).status).toBe(200);
    await runner.runOnce(context.clock.now());
  };
  const answersAfter = (late: number, first: number) =>
    waits.set(late, new Promise((resolve) => whole.set(first, resolve)));
  const matches = async () => {
    const leads = new Map((await server.leads()).map(({ id, externalId }) => [id as string, externalId]));
    const rows = await context.db.transaction((tx) =>
      tx.sql.selectFrom('leadMatch').select(['leadId', 'earlierId']).execute(),
    );
    return rows.map(({ leadId, earlierId }) => `${leads.get(leadId)} after ${leads.get(earlierId)}`);
  };
  return { hears, answersAfter, matches };
}

it.each(DIALECTS)('The answer that comes last may be of whoever came first, on %s', async (dialect) => {
  const { hears, answersAfter, matches } = await world(dialect, [701, 702]);
  answersAfter(702, 701);
  await hears(created(702), created(701));
  expect(await matches()).toEqual(['701 after 702']);
});

it.each(DIALECTS)(
  'Events that do not say when may come in another order than their contacts did, on %s',
  async (dialect) => {
    const { hears, matches } = await world(dialect, [701, 702]);
    const events = [created(701), created(702)].map(({ occurredAt: _, ...event }) => event);
    await hears(...events);
    expect(await matches()).toEqual(['701 after 702']);
  },
);

it.each(DIALECTS)(
  'Of more than are fetched at once the earlier are fetched first, on %s',
  async (dialect) => {
    const { hears, matches } = await world(dialect, [701, 719]);
    await hears(...Array.from({ length: 19 }, (_, n) => created(701 + n)));
    expect(await matches()).toEqual(['701 after 719']);
  },
);

it('Meta says when as well, in seconds', () => {
  const value = { leadgen_id: '7', created_time: Date.parse(createdAt(701)) / 1000 };
  const body = { object: 'page', entry: [{ id: '1', changes: [{ field: 'leadgen', value }] }] };
  const reading = { wish: { source: null, campaign: null }, now: Date.parse(createdAt(700)) };
  expect(meta.read(body, reading).fetches).toMatchObject([{ happenedAt: Date.parse(createdAt(701)) }]);
});
