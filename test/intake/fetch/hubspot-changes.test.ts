/** Contacts that HubSpot merged or changed later, in every order in which it may tell of them. */
import { describe, expect, it } from 'vitest';
import type { LeadId } from '../../../src/domain/lead/lead.ts';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { assignLead } from '../../../src/usecases/lead/assign-lead.ts';
import { claimLead } from '../../../src/usecases/lead/claim-lead.ts';
import { splitLead } from '../../../src/usecases/lead/merge-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { DIALECTS } from '../../support/databases.ts';
import { ANA, BEN, MAX } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

type Properties = Record<string, string | null>;

const DANA: Properties = { firstname: 'Dana', lastname: 'Whitfield', email: 'dana@harbour.example' };

const created = (objectId: number) => ({ subscriptionType: 'contact.creation', objectId });
const changed = (objectId: number, propertyName: string) => ({
  ...{ subscriptionType: 'contact.propertyChange', objectId, propertyName, propertyValue: 'new' },
});
/** HubSpot's documents: the right one of the two, the left ones, and the id of what came of it, which may be a third. */
const merged = (into: number, from: number, is = into) => ({
  ...{ subscriptionType: 'contact.merge', objectId: is, primaryObjectId: into },
  ...{ mergedObjectIds: [from], newObjectId: is, numberOfPropertiesMoved: 3 },
});

/** A HubSpot whose contacts can be merged: who asks for one that was is answered with what it has become. */
async function hubspotWorld(dialect: DialectName = 'sqlite') {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: `${api.url}/hubspot` };
  const server = await webhookServer(dialect, settings);
  const { context: ctx } = server;
  const contacts = new Map<number, Properties>();
  const became = new Map<number, number>();
  const now = (id: number): number => (became.has(id) ? now(became.get(id)!) : id);
  api.say((path) => {
    const id = now(Number(path.split('/').at(-1)));
    const properties = contacts.get(id);
    const createdAt = `2026-11-17T09:5${id % 10}:00.000Z`;
    return properties ? { status: 200, body: { id: String(id), createdAt, properties } } : { status: 404 };
  });
  const runner = new FetchRunner({ ctx, settings, log: testLog() });
  const hears = async (...events: object[]) => {
    expect((await server.deliver('hubspot', events)).status).toBe(200);
    await runner.runOnce(ctx.clock.now());
  };
  const id = async (externalId: number) =>
    (await server.leads()).find((lead) => lead.externalId === String(externalId))!.id as LeadId;
  const events = () =>
    ctx.db.transaction((tx) =>
      tx.sql.selectFrom('leadEvent').select(['leadId', 'kind', 'data']).orderBy('id').execute(),
    );
  const open = async () => (await server.leads()).filter(({ state }) => state !== 'merged');
  return { ...server, ctx, api, contacts, became, hears, id, events, open };
}

async function twoContacts(dialect?: DialectName) {
  const world = await hubspotWorld(dialect);
  world.contacts.set(701, DANA);
  world.contacts.set(702, { ...DANA, email: 'dana.w@pier.example', jobtitle: 'Owner' });
  const merge = (is = 701) => {
    for (const from of [701, 702]) if (from !== is) world.became.set(from, is);
    if (is === 703) world.contacts.set(703, { ...DANA, jobtitle: 'Owner' });
    return world.hears(merged(701, 702, is));
  };
  return { ...world, merge };
}

for (const dialect of DIALECTS) {
  describe(`ids that HubSpot merged are one lead, on ${dialect}`, () => {
    it('both are here: the earlier stays, whoever works on either goes on, and it is said once', async () => {
      const { hears, merge, id, ctx, open, events } = await twoContacts(dialect);
      await hears(created(701), created(702));
      await claimLead(ctx, { leadId: await id(702), person: BEN });
      await merge();
      await merge();
      expect(await open()).toMatchObject([{ externalId: '701', state: 'claimed', owner: BEN }]);
      expect((await events()).filter(({ kind }) => kind === 'merged')).toHaveLength(2);
    });

    it('the merge comes before either is here, twice, and makes a contact of a third id', async () => {
      const { hears, merge, leads, api } = await twoContacts(dialect);
      await merge(703);
      await merge(703);
      expect([await leads(), api.asked]).toEqual([[], []]);
      await hears(created(702));
      await hears(created(701));
      expect(await leads()).toMatchObject([{ externalId: '703', name: 'Dana Whitfield' }]);
    });

    it('the merge was never told: the answer for an old id says it', async () => {
      const { hears, leads, became, open } = await twoContacts(dialect);
      await hears(created(701));
      became.set(702, 701);
      await hears(created(702));
      expect(await leads()).toHaveLength(1);
      expect(await open()).toMatchObject([{ externalId: '701' }]);
    });

    it('the id that was merged away is delivered again, by the API too, and what the CRM says of any id reaches the one', async () => {
      const { hears, merge, leads, post, ctx, open } = await twoContacts(dialect);
      await hears(created(701));
      await merge(703);
      for (const externalId of ['701', '702', '703'])
        expect(await post('/api/leads', { source: 'HubSpot', externalId, name: 'Dana' })).toMatchObject({
          body: { leads: [{ duplicate: true }] },
        });
      expect(await leads()).toHaveLength(1);
      expect(await recordOutcomes(ctx, 'import', [{ externalId: '703', outcome: 'won' }])).toMatchObject([
        { status: 'recorded' },
      ]);
      expect(await open()).toMatchObject([{ externalId: '701', state: 'won' }]);
    });
  });

  describe(`a contact that changed at HubSpot, on ${dialect}`, () => {
    it('is called so on its lead, however often, and known already is no news', async () => {
      const { hears, contacts, leads, events } = await twoContacts(dialect);
      await hears(created(701));
      contacts.set(701, { ...DANA, lastname: 'Smith', jobtitle: 'Owner', phone: '+44 20 7946 0018' });
      await hears(changed(701, 'lastname'), changed(701, 'jobtitle'), changed(701, 'hs_lead_status'));
      expect(await leads()).toMatchObject([{ name: 'Dana Smith', title: 'Owner', phone: null }]);
      await hears(changed(701, 'lastname'));
      contacts.set(701, { ...DANA, email: 'dana@pier.example' });
      await hears(changed(701, 'email'), changed(701, 'lastname'));
      expect(await leads()).toMatchObject([
        { name: 'Dana Whitfield', email: 'dana@pier.example', emailKey: 'dana@pier.example', title: 'Owner' },
      ]);
      expect((await events()).filter(({ kind }) => kind === 'changed_there')).toHaveLength(2);
    });

    it('who never was a lead stays none', async () => {
      const { hears, leads, api } = await twoContacts(dialect);
      await hears(changed(701, 'lastname'));
      expect([await leads(), api.asked]).toEqual([[], []]);
    });

    it('a change that comes while the person is being fetched is asked for once more', async () => {
      const { hears, contacts, leads, deliver, api } = await twoContacts(dialect);
      let isFirst = true;
      api.say(() => {
        const properties = { ...DANA, lastname: isFirst ? 'Whitfield' : 'Smith' };
        return { status: 200, body: { id: '701', createdAt: '2026-11-17T09:58:00Z', properties } };
      });
      const asked = hears(created(701));
      await expect.poll(() => api.asked.length, { timeout: 10_000 }).toBeGreaterThan(0);
      isFirst = false;
      await deliver('hubspot', [changed(701, 'lastname')]);
      await asked;
      await hears();
      expect(contacts.size).toBe(2);
      expect(await leads()).toMatchObject([{ name: 'Dana Smith' }]);
    });
  });
}

describe('two that are worked on and merged there', () => {
  it('one is a deal: it stays, whichever came first', async () => {
    const { hears, merge, ctx, open } = await twoContacts();
    await hears(created(701), created(702));
    await recordOutcomes(ctx, 'import', [{ externalId: '702', outcome: 'won' }]);
    await merge();
    expect(await open()).toMatchObject([{ externalId: '702', state: 'won' }]);
  });

  it('both are deals: they stay two, and both say so', async () => {
    const { hears, merge, ctx, open, events } = await twoContacts();
    await hears(created(701), created(702));
    await recordOutcomes(ctx, 'import', [
      { externalId: '701', outcome: 'lost' },
      { externalId: '702', outcome: 'won' },
    ]);
    await merge();
    expect(await open()).toHaveLength(2);
    const told = (await events()).filter(({ data }) => data.includes('merged_there'));
    expect(new Set(told.map(({ leadId }) => leadId)).size).toBe(2);
  });

  it('each has somebody: the earlier one’s goes on, the other is named below it', async () => {
    const { hears, merge, ctx, id, open, events } = await twoContacts();
    await hears(created(701), created(702));
    await claimLead(ctx, { leadId: await id(701), person: ANA });
    await assignLead(ctx, { leadId: await id(702), person: MAX, to: BEN, note: null });
    await merge();
    expect(await open()).toMatchObject([{ owner: ANA }]);
    const [kept] = (await events()).filter(({ data }) => data.includes('"from"'));
    expect(JSON.parse(kept!.data)).toMatchObject({ had: BEN });
  });

  it('a person takes them apart: the same merge told again does not undo that', async () => {
    const { hears, merge, ctx, id, open } = await twoContacts();
    await hears(created(701), created(702));
    await merge();
    await splitLead(ctx, { leadId: await id(702), person: MAX });
    await merge();
    expect(await open()).toHaveLength(2);
  });

  it('what somebody has mended here stays where HubSpot has not changed it', async () => {
    const { hears, merge, contacts, ctx, leads, id } = await twoContacts();
    await hears(created(701));
    const leadId = await id(701);
    await ctx.db.transaction((tx) =>
      tx.sql.updateTable('lead').set({ name: 'Dana Whitfield-Jones' }).where('id', '=', leadId).execute(),
    );
    contacts.set(701, { ...DANA, jobtitle: 'Owner', company: 'Pier Inns' });
    await merge();
    expect(await leads()).toMatchObject([
      { name: 'Dana Whitfield-Jones', title: 'Owner', company: 'Pier Inns' },
    ]);
  });
});

it('A merge that names nobody is counted as not understood, and the rest is taken', async () => {
  const { deliver, contacts, context, leads } = await hubspotWorld();
  contacts.set(701, DANA);
  const reply = await deliver('hubspot', [
    { subscriptionType: 'contact.merge' },
    { ...merged(701, 702), subscriptionType: 'object.merge', objectTypeId: '0-2' },
    created(701),
  ]);
  expect(reply).toMatchObject({ status: 200, body: { unread: 1 } });
  expect(context).toBeDefined();
  expect(await leads()).toEqual([]);
});

function orders<T>(all: readonly T[]): T[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, n) => orders(all.filter((_, other) => other !== n)).map((rest) => [one, ...rest]));
}

/** Three contacts that become one in two steps: whatever HubSpot tells first, and whatever twice. */
it('Three that are merged in two steps are one lead, in any order in which it is told', async () => {
  const told = [created(701), created(702), created(703), merged(701, 702), merged(703, 701)];
  const some = orders([0, 1, 2, 3, 4]).filter((_, n) => n % 13 === 0);
  for (const order of some) {
    const { contacts, became, hears, open } = await hubspotWorld();
    for (const id of [701, 702, 703]) contacts.set(id, { ...DANA, email: `d${id}@harbour.example` });
    for (const n of order) {
      if (n === 3) became.set(702, 701);
      if (n === 4) became.set(701, 703);
      await hears(told[n]!);
    }
    await hears(told[3]!, told[4]!, told[0]!);
    const left = (await open()).length;
    expect({ order, left }).toEqual({ order, left: 1 });
  }
});

it('Whom somebody imported at HubSpot is taken without a card; whoever came by themselves has one', async () => {
  const { contacts, hears, ctx, leads } = await hubspotWorld();
  contacts.set(1, { ...DANA, hs_analytics_source: 'OFFLINE', hs_analytics_source_data_1: 'IMPORT' });
  contacts.set(2, { firstname: 'Rui', email: 'rui@cove.example', hs_analytics_source: 'OFFLINE' });
  // The record's own source says so too, where the contact's first visit is known.
  contacts.set(3, { firstname: 'Lee', email: 'lee@park.example', hs_object_source: 'IMPORT' });
  contacts.set(4, { firstname: 'Noor', email: 'noor@quay.example', hs_object_source: 'FORM' });
  await hears(created(1), created(2), created(3), created(4));
  const all = await leads();
  expect(all.map(({ name, cardChannel }) => [name, cardChannel !== null]).toSorted()).toEqual([
    ['Dana Whitfield', false],
    ['Lee', false],
    ['Noor', true],
    ['Rui', true],
  ]);
  // How a record was made is nothing that the person has said.
  expect(all.some(({ fields }) => 'hs_object_source' in fields)).toBe(false);
  const owed = await ctx.db.transaction((tx) => tx.sql.selectFrom('promise').select('about').execute());
  expect(owed).toHaveLength(2);
});
