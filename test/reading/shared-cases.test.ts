/** What forms and files of other languages and other programs brought, and what it is. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { FetchRunner } from '../../src/intake/fetch/runner.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { request, sharedCase } from '../support/csv.ts';
import { peopleApi } from '../support/people-api.ts';
import { testLog } from '../support/test-log.ts';
import { testServer } from '../support/test-server.ts';
import { webhookServer } from '../support/webhook-server.ts';
import { WEBHOOKS } from '../support/webhooks.ts';

async function leadsOf(ctx: TestContext) {
  const rows = await ctx.db.transaction((tx) =>
    tx.sql.selectFrom('lead').selectAll().orderBy('id').execute(),
  );
  return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as Record<string, string> }));
}

const jsonOf = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const JOERG = { name: 'Jörg Weiß', email: 'joerg@hafen.example', company: 'Hafen GmbH' };
const INES = { name: 'Inés Peña', email: 'ines@puerto.example', phone: '+34600000000' };

it.each([
  ['german.csv', { ...JOERG, phone: '+491713920012' }],
  ['spanish.csv', { ...INES, company: 'Puerto SL' }],
])('shared/cases/05: %s, an export of lead ads whose form is not in English', async (name, lead) => {
  const path = sharedCase(`05-forms-in-other-languages/${name}`);
  if (!path) return;
  const ctx = await testContext('sqlite');
  expect(await importLeads(ctx, request(path), 'recent')).toMatchObject({ taken: 1, refused: [] });
  const [taken] = await leadsOf(ctx);
  expect(taken).toMatchObject({ ...lead, source: 'Meta', campaign: 'Herbst' });
  const others = Object.values(taken?.fields ?? {}).join(' ');
  for (const said of Object.values(lead)) expect(others).not.toContain(said);
});

it.each([
  ['webflow', { ...JOERG, phone: '+49 171 3920012', message: 'Bitte um ein Angebot' }],
  ['typeform', { name: 'Ute Krämer', email: 'ute@kraemer.example', company: 'Krämer AG' }],
] as const)('shared/cases/28: %s in German', async (vendor, lead) => {
  const path = sharedCase(`28-webhooks-in-other-languages/${vendor}.json`);
  if (!path) return;
  const server = await webhookServer();
  expect((await server.deliver(vendor, jsonOf(path))).status).toBe(200);
  expect(await server.leads()).toMatchObject([lead]);
});

it('shared/cases/28: Meta in Spanish, fetched by its id', async () => {
  const told = sharedCase('28-webhooks-in-other-languages/meta-webhook.json');
  const answer = sharedCase('28-webhooks-in-other-languages/meta-answer.json');
  if (!told || !answer) return;
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, metaApiUrl: api.url };
  const server = await webhookServer('sqlite', settings);
  api.say({ status: 200, body: jsonOf(answer) });
  await server.deliver('meta', jsonOf(told));
  const { context: ctx } = server;
  await new FetchRunner({ ctx, settings, log: testLog() }).runOnce(ctx.clock.now());
  expect(await server.leads()).toMatchObject([INES]);
});

it('shared/cases/10: what nobody sees is not in an address', async () => {
  const path = sharedCase('10-invisible-characters/leads.csv');
  if (!path) return;
  const ctx = await testContext('sqlite');
  expect(await importLeads(ctx, request(path, { set: { source: 'Web' } }), 'none')).toMatchObject({
    ...{ rows: 8, taken: 8, refused: [] },
  });
  const leads = await leadsOf(ctx);
  expect(new Set(leads.map((lead) => lead.email))).toEqual(new Set(['ada@one.example']));
  expect(new Set(leads.map((lead) => lead.emailKey)).size).toBe(1);
});

it('shared/cases/18: what automation tools send is bent over the API', async () => {
  const path = sharedCase('18-loose-types/bodies.json');
  if (!path) return;
  const server = await testServer('sqlite');
  for (const { body, right } of jsonOf(path)) {
    const { status, ...wanted } = right;
    const taken = await server.post('/api/leads', body);
    expect([body, taken.status]).toEqual([body, status]);
    const { body: lead } = await server.get(`/api/leads/${taken.body.leads[0].id}`);
    expect(lead).toMatchObject(wanted);
  }
});
