/** HubSpot says where a contact is from: the lead is of that source, and its id is HubSpot's whatever becomes of the name. */
import { describe, expect, it } from 'vitest';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { receiveLeads } from '../../../src/usecases/lead/receive-leads.ts';
import { recordOutcomes } from '../../../src/usecases/lead/record-outcomes.ts';
import { loadReport } from '../../../src/usecases/report/build-report.ts';
import { changeSource, mergeSources, splitSource } from '../../../src/usecases/source/change-sources.ts';
import { listSourcesAndCampaigns } from '../../../src/usecases/source/list-sources.ts';
import type { TestContext } from '../../support/context.ts';
import { DIALECTS } from '../../support/databases.ts';
import { peopleApi } from '../../support/people-api.ts';
import { idsOf, leadFrom } from '../../support/sources.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

type Properties = Record<string, string | null>;

const DANA = { firstname: 'Dana', lastname: 'Whitfield', email: 'dana@harbour.example' };
const PAID = {
  hs_analytics_source: 'PAID_SEARCH',
  hs_analytics_source_data_1: 'Hotels winter',
  hs_analytics_source_data_2: 'reconciliation software',
};

const event = (what: string, objectId: number, more = {}) => ({
  ...{ subscriptionType: `contact.${what}`, objectId },
  ...more,
});

async function hubspotWorld(dialect: DialectName = 'sqlite') {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: `${api.url}/hubspot` };
  const server = await webhookServer(dialect, settings);
  const { context: ctx } = server;
  const contacts = new Map<number, Properties>();
  api.say((path) => {
    const id = Number(path.split('/').at(-1));
    const properties = contacts.get(id);
    return properties ? { status: 200, body: { id: String(id), properties } } : { status: 404 };
  });
  const runner = new FetchRunner({ ctx, settings, log: testLog() });
  const hears = async (...events: object[]) => {
    expect((await server.deliver('hubspot', events)).status).toBe(200);
    await runner.runOnce(ctx.clock.now());
  };
  return { ...server, ctx, contacts, hears };
}

/** As people see it: source, leads. */
async function bySource(ctx: TestContext) {
  const { sources } = await listSourcesAndCampaigns(ctx, 'tango');
  return sources.filter(({ leads }) => leads > 0).map(({ name, leads }) => [name, leads]);
}

for (const dialect of DIALECTS)
  describe(`where HubSpot says that somebody is from, on ${dialect}`, () => {
    it('is the source of the lead, with its campaign, whatever it is merged into and called later', async () => {
      const { ctx, contacts, hears, leads } = await hubspotWorld(dialect);
      contacts.set(701, { ...DANA, ...PAID });
      contacts.set(702, { ...DANA, email: 'd.whitfield@pier.example', hs_analytics_source: 'REFERRALS' });
      contacts.set(703, { firstname: 'Rui', email: 'rui@cove.example', hs_analytics_source: 'OFFLINE' });
      await hears(event('creation', 701), event('creation', 702), event('creation', 703));
      expect((await bySource(ctx)).sort()).toEqual([
        ['HubSpot', 1],
        ['Paid search', 1],
        ['Referrals', 1],
      ]);
      expect((await leads()).find(({ externalId }) => externalId === '701')).toMatchObject({
        campaign: 'Hotels winter',
        fields: PAID,
      });

      await leadFrom(ctx, 'Google Ads');
      const [google, paid] = await idsOf(ctx, 'Google Ads', 'Paid search');
      await mergeSources(ctx, { by: 'tango', into: google!, others: [paid!] });
      await changeSource(ctx, { by: 'tango', id: google!, words: { name: 'Google' } });

      await hears(event('creation', 701));
      contacts.set(701, { ...DANA, ...PAID, lastname: 'Smith' });
      await hears(event('propertyChange', 701, { propertyName: 'lastname' }));
      await hears(event('deletion', 701), event('restore', 701), event('deletion', 702));
      expect(await leads()).toHaveLength(4);
      expect(await leads()).toEqual(
        expect.arrayContaining([expect.objectContaining({ externalId: '701', name: 'Dana Smith' })]),
      );
      const kinds = await ctx.db.transaction((tx) =>
        tx.sql.selectFrom('leadEvent').select('data').where('kind', '=', 'changed_there').execute(),
      );
      expect(kinds.map(({ data }) => JSON.parse(data).what).sort()).toEqual([
        ...['deleted_there', 'deleted_there', 'facts_changed', 'restored_there'],
      ]);

      await hears(event('merge', 701, { primaryObjectId: 701, mergedObjectIds: [702] }));
      expect((await leads()).filter(({ state }) => state === 'merged')).toHaveLength(1);
      expect(await recordOutcomes(ctx, 'import', [{ externalId: '701', outcome: 'won' }])).toMatchObject([
        { status: 'recorded' },
      ]);
      const { rows } = await loadReport(ctx, { from: '2026-11-01', to: '2026-12-31', by: 'source' });
      expect(rows.find(({ key }) => key === 'Google')).toMatchObject({ won: 1 });
    });

    it('makes no second lead of who is stored under HubSpot since before, nor of who comes by file under that source', async () => {
      const { ctx, contacts, hears, leads, post } = await hubspotWorld(dialect);
      await post('/api/leads', { source: 'HubSpot', externalId: '701', name: 'Dana Whitfield' });
      contacts.set(701, { ...DANA, ...PAID });
      contacts.set(702, { firstname: 'Rui', email: 'rui@cove.example', ...PAID });
      await hears(event('creation', 701), event('creation', 702));
      await hears(event('propertyChange', 701, { propertyName: 'email' }));
      expect(await leads()).toHaveLength(2);
      expect(await leads()).toEqual(
        expect.arrayContaining([expect.objectContaining({ externalId: '701', email: DANA.email })]),
      );
      // The exports of HubSpot call it so in their column.
      const rui = { name: 'Rui', email: 'rui@cove.example', externalId: '702' };
      for (const source of ['HubSpot', 'PAID_SEARCH', 'Paid Search'])
        expect(await receiveLeads(ctx, [{ ...rui, source }], { by: 'import', post: 'none' })).toMatchObject([
          { duplicate: true },
        ]);
      expect(await bySource(ctx)).toEqual([
        ['HubSpot', 1],
        ['Paid search', 1],
      ]);
    });
  });

it('Who came by file under that source before HubSpot said it is the same lead, and nobody is asked about it', async () => {
  const { ctx, contacts, hears, leads } = await hubspotWorld();
  const dana = { name: 'Dana Whitfield', email: DANA.email, externalId: '701' };
  await receiveLeads(ctx, [{ ...dana, source: 'Paid Search' }], { by: 'import', post: 'none' });
  contacts.set(701, { ...DANA, ...PAID });
  contacts.set(702, { firstname: 'Rui', email: 'rui@cove.example', ...PAID });
  await hears(event('creation', 701), event('creation', 702));
  await hears(event('deletion', 702));
  expect(await leads()).toHaveLength(2);
  expect(await bySource(ctx)).toEqual([['Paid Search', 2]]);
  expect((await listSourcesAndCampaigns(ctx, 'tango')).guesses).toEqual([]);
});

it('A source of that name that is here already has one more spelling, which can be split off', async () => {
  const { ctx, contacts, hears } = await hubspotWorld();
  await leadFrom(ctx, 'paid search');
  contacts.set(701, { ...DANA, ...PAID, hs_analytics_source_data_1: 'Auto-tagged PPC' });
  await hears(event('creation', 701));
  const { sources, campaigns } = await listSourcesAndCampaigns(ctx, 'tango');
  expect(sources).toMatchObject([{ name: 'paid search', leads: 2 }]);
  expect(sources[0]!.spellings.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['paid search', 'HubSpot: Paid search']),
  );
  expect(campaigns).toEqual([]);
  const key = sources[0]!.spellings.find(({ text }) => text.startsWith('HubSpot'))!.key;
  await splitSource(ctx, { by: 'tango', id: sources[0]!.id, keys: [key] });
  expect((await bySource(ctx)).sort()).toEqual([
    ['HubSpot: Paid search', 1],
    ['paid search', 1],
  ]);
  await hears(event('deletion', 701));
});
