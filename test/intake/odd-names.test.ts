/** Names of fields that JavaScript has a use for of its own: to whoever sends them they are names. */
import { describe, expect, it } from 'vitest';
import { importLeads } from '../../src/intake/csv/import-leads.ts';
import { csvFile, request } from '../support/csv.ts';
import { DIALECTS } from '../support/databases.ts';
import { testServer } from '../support/test-server.ts';
import { webhookServer } from '../support/webhook-server.ts';
import { DELIVERIES } from '../support/webhooks.ts';

const ODD = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const KEPT = ODD.map((name) => [name, `of ${name}`]);
const JSON_OF_ODD = ODD.map((name) => `"${name}":"of ${name}"`).join(',');

/** Own keys alone, since `__proto__` is read from every object; in the order of ODD. */
function entriesOf(fields: object): [string, unknown][] {
  const own = new Map(Object.entries(fields));
  return ODD.filter((name) => own.has(name)).map((name) => [name, own.get(name)]);
}

for (const dialect of DIALECTS) {
  describe(`on ${dialect} a field of an odd name is kept`, () => {
    it.each([
      ['beside the known ones', `{"source":"Web","name":"Dana",${JSON_OF_ODD}}`],
      ['under fields', `{"source":"Web","name":"Dana","fields":{${JSON_OF_ODD}}}`],
      ['in a list', `[{"source":"Web","name":"Dana",${JSON_OF_ODD}}]`],
    ])('over the API, %s', async (_where, body) => {
      const server = await testServer(dialect);
      const taken = await server.post('/api/leads', body);
      expect(taken.status).toBe(201);
      const { body: lead } = await server.get(`/api/leads/${taken.body.leads[0].id}`);
      expect(entriesOf(lead.fields)).toEqual(KEPT);
    });

    it.each([
      [
        'typeform',
        'hidden',
        (odd: object) => ({ event_type: 'form_response', form_response: { token: '1', hidden: odd } }),
      ],
      [
        'webflow',
        'data',
        (odd: object) => ({ triggerType: 'form_submission', payload: { id: '1', data: odd } }),
      ],
      [
        'calendly',
        'tracking',
        (odd: object) => ({ event: 'invitee.created', payload: { uri: 'u', name: 'Dana', tracking: odd } }),
      ],
    ] as const)('of %s, in its %s', async (vendor, _part, bodyOf) => {
      const server = await webhookServer(dialect);
      const odd = JSON.parse(`{${JSON_OF_ODD}}`);
      expect((await server.deliver(vendor, bodyOf(odd))).status).toBe(200);
      const [lead] = await server.leads();
      expect(entriesOf(lead!.fields)).toEqual(KEPT);
    });

    it('of a file, in its header', async () => {
      const server = await testServer(dialect);
      const path = csvFile(
        `Source,Name,${ODD.join(',')}\nWeb,Dana,${ODD.map((name) => `of ${name}`).join(',')}\n`,
      );
      expect(await importLeads(server.context, request(path), 'none')).toMatchObject({ taken: 1 });
      const { rows } = await server.context.db.transaction(async (tx) => ({
        rows: await tx.sql.selectFrom('lead').select(['id', 'fields']).execute(),
      }));
      expect(entriesOf(JSON.parse(rows[0]!.fields))).toEqual(KEPT);
      const { body: lead } = await server.get(`/api/leads/${rows[0]!.id}`);
      expect(entriesOf(lead.fields)).toEqual(KEPT);
    });
  });
}

it.each([
  ['typeform', { type: 'constructor', constructor: 'x', field: { type: 'constructor' } }],
  ['typeform', { type: '__proto__', field: { type: 'toString' } }],
] as const)('a kind of answer that %s has not, %o, is no fact of the lead', async (vendor, answer) => {
  const server = await webhookServer();
  const form = { token: '1', answers: [answer, { type: 'email', email: 'dana@harbour.example' }] };
  expect((await server.deliver(vendor, { event_type: 'form_response', form_response: form })).status).toBe(
    200,
  );
  const [lead] = await server.leads();
  expect(lead).toMatchObject({ email: 'dana@harbour.example' });
  expect(JSON.stringify(lead!.fields)).not.toContain('native code');
});

it('a kind of field that Tally has not is no fact of the lead', async () => {
  const server = await webhookServer();
  const tally = structuredClone(DELIVERIES.tally) as { data: { fields: object[] } };
  tally.data.fields.push({ key: 'q9', label: 'Odd', type: 'constructor', value: 'kept' });
  expect((await server.deliver('tally', tally)).status).toBe(200);
  const [lead] = await server.leads();
  expect(lead!.fields).toMatchObject({ Odd: 'kept' });
});
