/** The questions of vendors' own forms: each form is known from its first submission on, and what a marketer says of it holds. */
import { describe, expect, it } from 'vitest';
import type { Meanings } from '../../../src/domain/web-form/web-form.ts';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import { factText } from '../../../src/reading/lead/sort-answers.ts';
import { keepMeanings } from '../../../src/usecases/web-form/keep-meanings.ts';
import { listWebForms } from '../../../src/usecases/web-form/list-web-forms.ts';
import { DIALECTS } from '../../support/databases.ts';
import { MIA } from '../../support/people.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { type WebhookServer, webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, type VendorName, WEBHOOKS } from '../../support/webhooks.ts';

const DEMO = 'Ask for a demo';
const KEYS = 'How many keys?';
const FORMS: [VendorName, { name: string; open: string[] }][] = [
  ['typeform', { name: DEMO, open: ['Which products?'] }],
  ['google-ads', { name: '7', open: [KEYS] }],
  ['webflow', { name: 'Contact', open: ['Keys'] }],
  ['calendly', { name: 'meeting', open: [KEYS] }],
  ['tally', { name: DEMO, open: ['Which products?'] }],
];

async function forms({ context }: WebhookServer) {
  return (await listWebForms(context, MIA)).map(({ id, door, name, leads, open, questions }) => ({
    ...{ id, door, name, leads, open },
    asked: questions.filter(({ read, isNoise }) => read === null && !isNoise).map(({ label }) => label),
  }));
}

function say(
  { context }: WebhookServer,
  { id }: Pick<Awaited<ReturnType<typeof forms>>[number], 'id'>,
  meanings: Meanings,
) {
  return keepMeanings(context, { person: MIA, id, meanings, read: factText });
}

/** The same body of somebody else: another id of the vendor's. */
function another(vendor: VendorName): unknown {
  const ids = {
    typeform: 'tf-1',
    'google-ads': 'g-1',
    webflow: 'wf-1',
    calendly: 'invitees/1',
    tally: 't-1',
  };
  const id = ids[vendor as keyof typeof ids];
  const text = JSON.stringify(DELIVERIES[vendor]).replaceAll(id, `${id}9`);
  return JSON.parse(
    text.replaceAll('dana@harbour.example', 'lee@park.example').replaceAll('Whitfield', 'Park'),
  );
}

describe.each(DIALECTS)('on %s', (dialect) => {
  it.each(FORMS)(
    '%s: its form stands in the list with what nobody understands',
    async (vendor, { name, open }) => {
      const server = await webhookServer(dialect);
      await server.deliver(vendor, DELIVERIES[vendor]);
      await server.deliver(vendor, DELIVERIES[vendor]);
      const [form, ...others] = await forms(server);
      expect([form, others]).toMatchObject([{ door: vendor, name, leads: 1, open: 1, asked: open }, []]);
      const [label = ''] = open;
      expect(await say(server, form!, { [label]: 'segment' })).toBe(1);
      const [first] = await server.leads();
      expect(first?.segment).not.toBeNull();
      expect(first?.fields).not.toHaveProperty(label);
      await server.deliver(vendor, another(vendor));
      const leads = await server.leads();
      expect(leads.map(({ segment }) => segment)).toEqual([first?.segment, first?.segment]);
      expect(await forms(server)).toMatchObject([{ leads: 2, open: 0 }]);
    },
  );
});

it('What the vendor’s words say wrongly is put right as well, and what is left out is not kept', async () => {
  const server = await webhookServer();
  const sent = (id: string) => ({
    triggerType: 'form_submission',
    payload: {
      id,
      name: 'Contact',
      data: { Email: 'dana@harbour.example', Company: 'Head of IT', Pet: 'Rex' },
    },
  });
  await server.deliver('webflow', sent('wf-1'));
  const [form] = await forms(server);
  await say(server, form!, { Company: 'title', Pet: 'left_out' });
  await server.deliver('webflow', sent('wf-2'));
  const { title, company, fields } = (await server.leads()).at(-1)!;
  expect({ title, company, fields }).toEqual({
    title: 'Head of IT',
    company: null,
    fields: { Form: 'Contact' },
  });
});

it('Two forms of one vendor are two, and a title that changes there changes here', async () => {
  const server = await webhookServer();
  const sent = (id: string, formId: string, name: string) => ({
    triggerType: 'form_submission',
    payload: { id, formId, name, data: { Email: `${id}@harbour.example`, Q: 'x' } },
  });
  for (const [id, formId, name] of [
    ['a', 'f1', 'Contact'],
    ['b', 'f2', 'Contact'],
    ['c', 'f1', 'Contact us 🌍'],
  ] as const)
    await server.deliver('webflow', sent(id, formId, name));
  expect(new Map((await forms(server)).map(({ name, leads }) => [name, leads]))).toEqual(
    new Map([
      ['Contact', 1],
      ['Contact us 🌍', 2],
    ]),
  );
});

it('Meta: what is fetched is read by what was said of its form', async () => {
  const api = await peopleApi();
  const settings = { ...WEBHOOKS, metaApiUrl: api.url };
  const server = await webhookServer('sqlite', settings);
  const { context } = server;
  const field = (name: string, value: string) => ({ name, values: [value] });
  api.say({
    status: 200,
    body: { form_id: '1203', field_data: [field('full_name', 'Dana'), field('wo_arbeiten_sie?', 'Harbour')] },
  });
  const runner = new FetchRunner({ ctx: context, settings, log: testLog() });
  const hears = async (leadgen_id: string) => {
    await server.deliver('meta', {
      object: 'page',
      entry: [{ id: '1', changes: [{ field: 'leadgen', value: { leadgen_id } }] }],
    });
    await runner.runOnce(context.clock.now());
  };
  await hears('233370042045345');
  const [form] = await forms(server);
  expect(form).toMatchObject({ door: 'meta', name: '1203', asked: ['wo_arbeiten_sie?'] });
  await say(server, form!, { 'wo_arbeiten_sie?': 'company' });
  await hears('233370042045346');
  expect((await server.leads()).map(({ company }) => company)).toEqual(['Harbour', 'Harbour']);
});
