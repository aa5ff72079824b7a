/** Whatever a vendor, or a tool by a form’s address, sends besides what Tango knows stays with the lead. */
import { describe, expect, it } from 'vitest';
import { FetchRunner } from '../../../src/intake/fetch/runner.ts';
import { peopleApi } from '../../support/people-api.ts';
import { testLog } from '../../support/test-log.ts';
import { formServer } from '../../support/web-forms.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, type VendorName, WEBHOOKS } from '../../support/webhooks.ts';

/** Of each kind one, with what is found of it under the lead’s other facts. */
function news(at: string) {
  return {
    [`flat_${at}`]: `${at} told`,
    [`nested_${at}`]: { deep: { deeper: `${at} hidden`, many: [1, { two: `${at} two` }] } },
    [`list_${at}`]: [`${at} one`, { part: `${at} part` }, 12345678901234567890n],
    __proto__x: null,
  };
}
const TEXTS = ['told', 'hidden', 'two', 'one', 'part', '12345678901234567890'];

const json = (value: unknown) =>
  JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `<${each}>` : each)).replaceAll(
    /"<(\d+)>"/g,
    '$1',
  );

function expectKept(fields: Record<string, string>, places: readonly string[]) {
  const kept = Object.entries(fields).map(([label, text]) => `${label}: ${text}`);
  const lost = places.flatMap((at) =>
    [...TEXTS.slice(0, 5).map((text) => `${at} ${text}`), ...TEXTS.slice(5)].filter(
      (text) => !kept.some((each) => each.includes(text)),
    ),
  );
  expect([lost, kept]).toEqual([[], kept]);
}

/** Into each object of the delivery whose keys lead there. */
function withNews(body: unknown, paths: readonly (readonly (string | number)[])[]): unknown {
  const copy = structuredClone(body);
  for (const path of paths) {
    let at = copy as Record<string | number, unknown>;
    for (const key of path) at = at[key] as typeof at;
    Object.assign(at, news(placeOf(path)));
  }
  return copy;
}

const placeOf = (path: readonly (string | number)[]) => path.join('.') || 'top';

const PLACES: [VendorName, (string | number)[][]][] = [
  ['typeform', [[], ['form_response'], ['form_response', 'answers', 0], ['form_response', 'hidden']]],
  ['google-ads', [[], ['user_column_data', 1]]],
  ['webflow', [[], ['payload'], ['payload', 'data']]],
  ['calendly', [[], ['payload'], ['payload', 'questions_and_answers', 0], ['payload', 'tracking']]],
  ['tally', [[], ['data'], ['data', 'fields', 0]]],
];

describe('what is sent and not understood stays with the lead', () => {
  it.each(PLACES)('of %s', async (vendor, places) => {
    const server = await webhookServer();
    const reply = await server.deliver(vendor, json(withNews(DELIVERIES[vendor], places)));
    expect(reply).toMatchObject({ status: 200, body: { leads: [{ duplicate: false }] } });
    const [lead] = await server.leads();
    expectKept(lead?.fields ?? {}, places.map(placeOf));
    expect(JSON.stringify(lead)).not.toContain('123456"');
  });

  it('of Meta: what the notice tells, and what the lead itself does', async () => {
    const api = await peopleApi();
    const settings = { ...WEBHOOKS, metaApiUrl: api.url };
    const server = await webhookServer('sqlite', settings);
    const body = { id: '1', form_id: '7', field_data: [{ name: 'full_name', values: ['Dana'] }] };
    api.say({ status: 200, body: JSON.parse(json(withNews(body, [[], ['field_data', 0]]))) });
    const value = ['entry', 0, 'changes', 0, 'value'];
    await server.deliver('meta', json(withNews(DELIVERIES.meta, [value])));
    await new FetchRunner({ ctx: server.context, settings, log: testLog() }).runOnce(
      server.context.clock.now(),
    );
    const [lead] = await server.leads();
    expect(lead?.name).toBe('Dana');
    expectKept(lead?.fields ?? {}, [placeOf(value)]);
    expectKept({ ...lead?.fields, exact: '12345678901234567890' }, ['top', 'field_data.0']);
  });

  it('of HubSpot: what the event tells, and what the contact does', async () => {
    const api = await peopleApi();
    const settings = { ...WEBHOOKS, hubspotApiUrl: api.url };
    const server = await webhookServer('sqlite', settings);
    const body = { id: '106314056576', properties: { firstname: 'Dana' } };
    api.say({ status: 200, body: JSON.parse(json(withNews(body, [[], ['properties']]))) });
    await server.deliver('hubspot', json(withNews(DELIVERIES.hubspot, [[0]])));
    await new FetchRunner({ ctx: server.context, settings, log: testLog() }).runOnce(
      server.context.clock.now(),
    );
    const [lead] = await server.leads();
    expect(lead?.name).toBe('Dana');
    expectKept(lead?.fields ?? {}, ['0']);
    expectKept({ ...lead?.fields, exact: '12345678901234567890' }, ['top', 'properties']);
  });

  it.each([
    ['flat', { name: 'Dana', email: 'dana@harbour.example' }, [[]]],
    [
      'questions with answers',
      { id: 's1', answers: [{ question: 'Name', answer: 'Dana' }] },
      [[], ['answers', 0]],
    ],
    [
      'a list of fields',
      { data: { fields: [{ label: 'Name', value: 'Dana' }] } },
      [['data'], ['data', 'fields', 0]],
    ],
    [
      'a person in parts',
      { contact: { name: { first: 'Dana', last: 'Whitfield' }, phone: { full: '+44 20 7946 0018' } } },
      [['contact'], ['contact', 'name'], ['contact', 'phone']],
    ],
    [
      'ways to reach',
      { current: { name: 'Dana', email: [{ label: 'work', value: 'dana@harbour.example', primary: true }] } },
      [['current'], ['current', 'email', 0]],
    ],
    [
      'typed answers',
      { form_response: { answers: [{ type: 'text', text: 'Dana', field: { id: 'a', title: 'Name' } }] } },
      [['form_response'], ['form_response', 'answers', 0], ['form_response', 'answers', 0, 'field']],
    ],
  ] as [string, unknown, (string | number)[][]][])(
    'by a form’s address: %s',
    async (_shape, body, places) => {
      const server = await formServer();
      expect(await server.submit(json(withNews(body, places)), 'application/json')).toMatchObject({
        status: 202,
      });
      const [lead] = await server.leads();
      expect(lead?.name).toMatch(/^Dana/);
      expectKept(lead?.fields ?? {}, places.map(placeOf));
    },
  );
});

it('An answer of Typeform whose kind is nested without end is kept as far as can be', async () => {
  const server = await webhookServer();
  const type = `${'['.repeat(4_000)}${']'.repeat(4_000)}`;
  const answers = `[{"type":${type},"text":"Dana","field":{"id":"a","title":"Name"}}]`;
  const body = `{"event_type":"form_response","form_response":{"token":"deep","answers":${answers}}}`;
  expect(await server.deliver('typeform', body)).toMatchObject({ status: 200 });
  expect(JSON.stringify((await server.leads())[0]?.fields)).toContain('Dana');
});

it('Answers of Calendly that are lists in lists without end are no defect of ours', async () => {
  const server = await webhookServer();
  const endless = `${'['.repeat(4_000)}${']'.repeat(4_000)}`;
  const payload = `{"uri":"deep","name":"Dana","email":"dana@harbour.example","questions_and_answers":${endless}}`;
  const body = `{"event":"invitee.created","payload":${payload}}`;
  expect(await server.deliver('calendly', body)).toMatchObject({ status: 200 });
  expect((await server.leads())[0]).toMatchObject({ name: 'Dana' });
});

it('More answers than a lead may carry one by one are kept in one text, and what is cut off is said', async () => {
  const server = await webhookServer();
  const send = async (responseId: string, count: number, length: number) => {
    const fields = Array.from({ length: count }, (_, n) => ({
      label: `Q${n}`,
      value: `${n} `.padEnd(length, 'x'),
    }));
    await server.deliver('tally', { eventType: 'FORM_RESPONSE', data: { responseId, fields } });
    return Object.entries((await server.leads()).at(-1)?.fields ?? {});
  };
  const many = await send('a', 150, 20);
  expect(many).toHaveLength(100);
  expect(many.at(-1)).toEqual([
    'Further answers',
    expect.stringMatching(/^Q99: 99 x+\nQ100: [\s\S]*\nQ149: 149 x+$/),
  ]);
  const long = await send('b', 120, 2_000);
  const text = long.map(([label, value]) => `${label}: ${value}`).join('\n');
  for (let n = 0; n < 120; n++) expect(text).toContain(`Q${n}: ${n} xx`);
  expect(text.match(/x/g)).toHaveLength(
    Array.from({ length: 120 }, (_, n) => 1_999 - `${n}`.length).reduce((a, b) => a + b),
  );
});
