import { describe, expect, it } from 'vitest';
import { DIALECTS } from '../../support/databases.ts';
import { webhookServer } from '../../support/webhook-server.ts';
import { DELIVERIES, realBody, type VendorName } from '../../support/webhooks.ts';

const DANA = { name: 'Dana Whitfield', email: 'dana@harbour.example', isTest: 0 };

const TOLD: [VendorName, Record<string, unknown>][] = [
  [
    'typeform',
    {
      ...{ source: 'Typeform', externalId: 'tf-1', campaign: 'Hotels Q4', message: 'Forty keys' },
      fields: { utm_source: 'newsletter', 'Which products?': 'Locks, Cards, Fobs', Form: 'Ask for a demo' },
    },
  ],
  [
    'google-ads',
    {
      ...{ source: 'Google Ads', externalId: 'g-1', campaign: '10000000000' },
      fields: { 'How many keys?': '40', 'Form id': '7' },
    },
  ],
  ['webflow', { source: 'Webflow', externalId: 'wf-1', fields: { Keys: '40', Form: 'Contact' } }],
  [
    'calendly',
    {
      ...{
        source: 'Calendly',
        externalId: 'https://api.calendly.example/invitees/1',
        campaign: 'Hotels Q4',
      },
      fields: { 'How many keys?': '40' },
    },
  ],
  [
    'tally',
    {
      ...{ source: 'Tally', externalId: 't-1', campaign: 'Hotels Q4' },
      fields: { 'Which products?': 'Cards', Form: 'Ask for a demo' },
    },
  ],
];

for (const dialect of DIALECTS) {
  describe(`a signed webhook, on ${dialect}`, () => {
    it.each(TOLD)('of %s is a lead with a card, once, whoever repeats it', async (vendor, lead) => {
      const server = await webhookServer(dialect);
      const first = await server.deliver(vendor, DELIVERIES[vendor]);
      expect(first).toMatchObject({ status: 200, body: { leads: [{ duplicate: false }] } });
      const again = await server.deliver(vendor, DELIVERIES[vendor]);
      expect(again.body).toEqual({ leads: [{ id: first.body.leads[0].id, duplicate: true }] });
      expect(await server.leads()).toMatchObject([{ ...DANA, ...lead, cardChannel: expect.any(String) }]);
    });
  });
}

describe('the address of a webhook', () => {
  it('names the source and the campaign, and so wins over the vendor', async () => {
    const server = await webhookServer();
    await server.deliver('typeform', DELIVERIES.typeform, '?source=Webinar&campaign=Spring%20%26%20Co');
    expect(await server.leads()).toMatchObject([{ source: 'Webinar', campaign: 'Spring & Co' }]);
  });
});

describe('what is no news of a person', () => {
  it.each([
    ['typeform', { event_type: 'form_response_partial' }],
    ['webflow', { triggerType: 'site_publish' }],
    ['calendly', { event: 'invitee.canceled', payload: {} }],
    ['tally', { eventType: 'SOMETHING_NEW' }],
    ['meta', { object: 'instagram', entry: [] }],
    ['hubspot', [{ subscriptionType: 'contact.deletion', objectId: 1 }]],
  ] as const)('%s is thanked for and nothing is stored', async (vendor, body) => {
    const server = await webhookServer();
    expect(await server.deliver(vendor, body)).toMatchObject({ status: 200, body: { leads: [] } });
    expect([await server.leads(), await server.fetchJobs()]).toEqual([[], []]);
  });

  it('somebody who takes another time in Calendly is the same lead', async () => {
    const server = await webhookServer();
    const booked = DELIVERIES.calendly as { payload: { uri: string } };
    await server.deliver('calendly', booked);
    const moved = { ...booked.payload, uri: 'https://other', old_invitee: booked.payload.uri };
    await server.deliver('calendly', { ...booked, payload: moved });
    expect(await server.leads()).toHaveLength(1);
  });
});

describe('a submission that fits badly', () => {
  it('is kept whole: long answers, odd addresses, equal and endless questions', async () => {
    const server = await webhookServer();
    const field = (label: string, value: unknown) => ({ label, type: 'INPUT_TEXT', value });
    const fields = [
      { label: 'E-mail', type: 'INPUT_EMAIL', value: 'ask my colleague' },
      field('Name', `${'Dana '.repeat(60)}end`),
      field('Twice', 'one'),
      field('Twice', 'two'),
      field('Why? '.repeat(50), 'because'),
      field('Story', 'x'.repeat(10_001)),
      ...Array.from({ length: 150 }, (_, n) => field(`Q${n}`, n)),
    ];
    const reply = await server.deliver('tally', {
      eventType: 'FORM_RESPONSE',
      data: { responseId: 'r'.repeat(500), fields },
    });
    expect(reply.status).toBe(200);
    const [lead] = await server.leads();
    expect(lead).toMatchObject({ email: null, fields: { 'E-mail': 'ask my colleague', Twice: 'one' } });
    expect(lead?.name).toHaveLength(200);
    expect(lead?.fields).toMatchObject({ 'Twice (2)': 'two', Name: expect.stringMatching(/end$/) });
    expect(lead?.fields).toMatchObject({ Story: 'x'.repeat(10_000), 'Story (2)': 'x' });
    expect(Object.keys(lead?.fields ?? {})).toHaveLength(100);
  });

  it('without anything to know it by is refused, with the field named', async () => {
    const server = await webhookServer();
    const reply = await server.deliver('typeform', { event_type: 'form_response', form_response: {} });
    expect(reply).toMatchObject({ status: 422, body: { problems: [{ field: 'form_response.token' }] } });
  });
});

describe('test leads', () => {
  it("are accepted and marked: Google's all bear one id, and a second press is a second test", async () => {
    const server = await webhookServer();
    const test = { ...(DELIVERIES['google-ads'] as object), is_test: true };
    await server.deliver('google-ads', test);
    await server.deliver('google-ads', test);
    server.context.clock.move(60_000);
    await server.deliver('google-ads', test);
    expect((await server.leads()).map((lead) => lead.isTest)).toEqual([1, 1]);
  });

  it('keep no key that came with them', async () => {
    const server = await webhookServer();
    await server.deliver('google-ads', DELIVERIES['google-ads']);
    expect(JSON.stringify((await server.leads())[0]?.fields)).not.toContain('123456');
  });

  it("of Meta's dashboard have nobody behind them who could be fetched", async () => {
    const server = await webhookServer();
    const value = { leadgen_id: '444444444444', form_id: '444444444444', created_time: 1_795_000_000 };
    await server.deliver('meta', { object: 'page', entry: [{ changes: [{ field: 'leadgen', value }] }] });
    expect(await server.leads()).toMatchObject([{ source: 'Meta', isTest: 1, name: 'Test of the webhook' }]);
    expect(await server.fetchJobs()).toEqual([]);
  });
});

const REAL: [string, VendorName, Record<string, unknown>][] = [
  [
    'typeform.form_response.docs.json',
    'typeform',
    {
      ...{ name: 'Laura', email: 'laura@example.com', externalId: 'a3a12ec67a1365927098a606107fac15' },
      message: expect.stringMatching(/^It's cold right now!/),
      receivedAt: Date.parse('2018-01-18T18:17:02Z'),
      fields: expect.objectContaining({
        'Which of these cities is your favorite?': 'London',
        'Which pictures do you like? You can choose as many as you like.': 'London, Sydney',
        "Do you have a favorite city we haven't listed?": 'no',
        Form: 'Webhooks example',
        Score: '9',
      }),
    },
  ],
  [
    'google_ads.lead_form.test_lead_work_email.json',
    'google-ads',
    {
      ...{ name: 'FirstName LastName', email: 'work-test@example.com', company: 'CompanyName' },
      ...{ title: 'JobTitle', campaign: '10000000000', isTest: 1 },
    },
  ],
  [
    'webflow.form_submission.v2.json',
    'webflow',
    {
      ...{ name: 'John Doe', email: 'john.doe@example.com', externalId: '65a5d3c8f7e2b40012345678' },
      ...{ message: "I'd like to learn more about your services", fields: { Form: 'Contact Us Form' } },
    },
  ],
  [
    'calendly.invitee.created.utm_tracking.json',
    'calendly',
    {
      ...{ name: 'John Doe', email: 'invitee@example.com', campaign: 'demo' },
      fields: {
        'What would you like to discuss?': 'Product Demo',
        ...{ utm_source: 'website', utm_medium: 'button', 'Time zone': 'America/New_York' },
      },
    },
  ],
];

describe('a body that the vendor really sent', () => {
  for (const [file, vendor, lead] of REAL) {
    const body = realBody(file);
    it.skipIf(!body)(`of ${vendor} is a lead`, async () => {
      const server = await webhookServer();
      expect(await server.deliver(vendor, body)).toMatchObject({ status: 200 });
      expect(await server.leads()).toMatchObject([lead]);
    });
  }

  for (const [file, vendor, id] of [
    ['hubspot.contact.creation.capture.json', 'hubspot', '106314056576'],
    ['meta.leadgen.page_webhook.json', 'meta', '233370042045345'],
  ] as const) {
    const body = realBody(file);
    it.skipIf(!body)(`of ${vendor} is an order to fetch the person`, async () => {
      const server = await webhookServer();
      expect(await server.deliver(vendor, body)).toMatchObject({ status: 200, body: { leads: [] } });
      await server.deliver(vendor, body);
      expect(await server.fetchJobs()).toMatchObject([{ vendor, objectId: id, state: 'pending' }]);
    });
  }
});
