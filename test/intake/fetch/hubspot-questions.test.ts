/** What HubSpot's forms ask and nobody understands is asked of marketing once, like any form's, and the leads that are here are filled in. */
import { describe, expect, it } from 'vitest';
import { openQuestions } from '../../../src/domain/web-form/web-form.ts';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import type { DialectName } from '../../../src/store/dialects.ts';
import { outboxState } from '../../../src/usecases/outbox/outbox-state.ts';
import { keepMeanings } from '../../../src/usecases/web-form/keep-meanings.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { WEBHOOKS } from '../../support/webhooks.ts';

const FIRM = 'Für wen arbeiten Sie gerade?';
const KEYS = 'How many keys?';
const SCORE = 'Our own score';

const property = (name: string, label: string, more = {}) => ({
  ...{ name, label, type: 'string', fieldType: 'text', formField: true, hidden: false, options: [], ...more },
});

interface Kept {
  value: string;
  /** How it came into HubSpot; left out: HubSpot does not say. */
  by?: string;
}

interface Contact {
  source?: string;
  kept: Record<string, Kept>;
}

async function hubspotWorld(dialect: DialectName = 'sqlite', { saysHistory = true } = {}) {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, hubspotApiUrl: api.url };
  const server = await webhookServer(dialect, settings);
  const contacts = new Map<string, Contact>();
  const properties = [property('firm', FIRM), property('keys', KEYS), property('own_score', SCORE)];
  api.say((path) => {
    if (path.endsWith('/properties/contacts')) return { status: 200, body: { results: properties } };
    const id = path.split('/').at(-1) ?? '';
    const contact = contacts.get(id);
    if (!contact) return { status: 404 };
    const asked = api.asked.at(-1)?.query;
    const withHistory = asked?.get('propertiesWithHistory')?.split(',') ?? [];
    if (withHistory.length > 0 && !saysHistory) return { status: 400 };
    const told = (asked?.get('properties')?.split(',') ?? []).map((name) => [
      name,
      contact.kept[name]?.value,
    ]);
    return {
      status: 200,
      body: {
        id,
        properties: {
          ...{ firstname: `Person ${id}`, email: `p${id}@harbour.example` },
          ...{ hs_object_source: contact.source ?? 'FORM', ...Object.fromEntries(told) },
        },
        propertiesWithHistory: Object.fromEntries(
          withHistory.flatMap((name) => {
            const kept = contact.kept[name];
            const version = { value: kept?.value, timestamp: '2026-11-17T09:58:00Z', sourceType: kept?.by };
            return kept?.by ? [[name, [version]]] : [];
          }),
        ),
      },
    };
  });
  const runner = new FetchRunner({ ctx: server.context, settings, log: testLog() });
  const hears = async (subscriptionType: string, objectId: number, propertyName?: string) => {
    const event = { subscriptionType, objectId, portalId: 1021, propertyName };
    expect((await server.deliver('hubspot', [event])).status).toBe(200);
    await runner.runOnce(server.context.clock.now());
  };
  const comes = (id: number, kept: Record<string, Kept>, source?: string) => {
    contacts.set(`${id}`, { kept, ...(source && { source }) });
    return hears('contact.creation', id);
  };
  const forms = async () =>
    (await listWebForms(server.context, MIA)).map((form) => ({
      ...form,
      asked: openQuestions(form).map(({ label }) => label),
    }));
  const troubles = async () => (await outboxState(server.context)).troubles.map(({ facts }) => facts);
  return { ...server, ctx: server.context, api, contacts, hears, comes, forms, troubles };
}

const inAForm = (value: string): Kept => ({ value, by: 'FORM' });
const byTheApi = (value: string): Kept => ({ value, by: 'INTEGRATION' });

describe.each(DIALECTS)('What HubSpot’s forms ask, on %s,', (dialect) => {
  it('is asked of marketing once, and what is answered holds for those who are here and who come', async () => {
    const { ctx, comes, contacts, hears, leads, forms, troubles } = await hubspotWorld(dialect);
    await comes(701, { firm: inAForm('Harbour Hotels') });
    await comes(702, { firm: inAForm('Quay Ltd') });
    expect(await troubles()).toMatchObject([{ code: 'web_form_unclear', questions: 1, labels: [FIRM] }]);
    const [form, ...others] = await forms();
    expect([form, others]).toMatchObject([
      { door: 'hubspot', name: 'HubSpot forms (account 1021)', sourceName: 'HubSpot', leads: 2, open: 1 },
      [],
    ]);
    const filled = await keepMeanings(ctx, {
      ...{ person: MIA, id: form!.id, meanings: { [FIRM]: 'company' } },
      read: (_fact, text) => text,
    });
    expect(filled).toBe(2);
    expect(await troubles()).toEqual([]);
    await comes(703, { firm: inAForm('Cove Inn') });
    expect(await leads()).toMatchObject([
      { company: 'Harbour Hotels', fields: {} },
      { company: 'Quay Ltd', fields: {} },
      { company: 'Cove Inn', fields: {} },
    ]);
    // And what is answered otherwise later.
    contacts.set('703', { kept: { firm: inAForm('Cove Hotels') } });
    await hears('contact.propertyChange', 703, 'firm');
    expect((await leads())[2]).toMatchObject({ company: 'Cove Hotels', fields: {} });
  });

  it('is one list, whichever form asked which person for it', async () => {
    const { ctx, comes, contacts, hears, leads, forms } = await hubspotWorld(dialect);
    await comes(701, { firm: inAForm('Harbour Hotels') });
    await comes(702, { keys: inAForm('40') });
    expect(await forms()).toMatchObject([{ asked: expect.arrayContaining([FIRM, KEYS]), leads: 2 }]);
    // Whoever is here already fills in another form.
    await comes(703, {});
    expect(await forms()).toMatchObject([{ leads: 2 }]);
    contacts.set('703', { kept: { firm: inAForm('Cove Inn') } });
    await hears('contact.propertyChange', 703, 'firm');
    const [form] = await forms();
    expect(form).toMatchObject({ leads: 3 });
    await keepMeanings(ctx, {
      ...{ person: MIA, id: form!.id, meanings: { [FIRM]: 'company', [KEYS]: 'left_out' } },
      read: (_fact, text) => text,
    });
    expect((await leads()).map(({ company }) => company)).toEqual(['Harbour Hotels', null, 'Cove Inn']);
  });
});

it('What people there, an import or another tool have written is kept with the lead, and nobody is asked about it', async () => {
  const { comes, leads, forms, troubles } = await hubspotWorld();
  await comes(701, { own_score: byTheApi('97') });
  await comes(702, { firm: inAForm('Quay Ltd'), own_score: byTheApi('12') });
  await comes(703, { firm: { value: 'Cove Inn', by: 'IMPORT' } }, 'IMPORT');
  expect((await leads()).map(({ fields }) => fields)).toMatchObject([
    { [SCORE]: '97' },
    { [FIRM]: 'Quay Ltd', [SCORE]: '12' },
    { [FIRM]: 'Cove Inn' },
  ]);
  expect(await forms()).toMatchObject([{ asked: [FIRM], leads: 1 }]);
  expect(await forms()).toHaveLength(1);
  expect(await troubles()).toMatchObject([{ labels: [FIRM] }]);
});

it('Where HubSpot does not say how an answer came it counts as one of a form', async () => {
  const { comes, leads, forms } = await hubspotWorld('sqlite', { saysHistory: false });
  await comes(701, { firm: { value: 'Harbour Hotels' } });
  expect(await leads()).toMatchObject([{ fields: { [FIRM]: 'Harbour Hotels' } }]);
  expect(await forms()).toMatchObject([{ asked: [FIRM] }]);
});
