/** What forms and tools send, each in a shape of its own: the same person comes out of all of them. */
import { describe, expect, it } from 'vitest';
import { formServer } from '../../support/web-forms.ts';

const DANA = { name: 'Dana Whitfield', email: 'dana@harbour.example' };
const CALLED = { ...DANA, phone: '+44 20 7946 0991' };

interface Shape {
  from: string;
  body: unknown;
  lead: Record<string, unknown>;
  fields?: Record<string, string>;
}

const form = (entries: Record<string, string>) => new URLSearchParams(entries).toString();

function parts(entries: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, text] of Object.entries(entries)) data.append(name, text);
  return data;
}

const SHAPES: Record<string, Shape> = {
  'flat JSON': {
    from: 'what anybody would write',
    body: { name: 'Dana Whitfield', email: 'dana@harbour.example', phone: '+44 20 7946 0991' },
    lead: CALLED,
  },
  // asyncapi.apis.io/asyncapis/jotform says: multipart, and the answers as JSON in `rawRequest`. The keys of the answers are from memory.
  Jotform: {
    from: 'Jotform',
    body: parts({
      formID: '240001112223334',
      submissionID: '5890123456789012345',
      formTitle: 'Contact us',
      pretty: 'Name:Dana Whitfield, E-mail:dana@harbour.example',
      rawRequest: JSON.stringify({
        slug: 'submit/240001112223334',
        q3_name: { first: 'Dana', last: 'Whitfield' },
        q4_email: 'dana@harbour.example',
        q5_phone: { full: '+44 20 7946 0991' },
        q6_howMany: '40',
      }),
    }),
    lead: { ...CALLED, externalId: '5890123456789012345' },
    fields: { howMany: '40', formTitle: 'Contact us' },
  },
  // docs.gravityforms.com/entry-object for its properties; docs.gravitypdf.com/users/webhooks-support: with "All Fields" the add-on sends the whole
  // unformatted entry. The numbers of its fields say nothing, but an address is one.
  'Gravity Forms': {
    from: 'Gravity Forms',
    body: {
      ...{ id: '512', form_id: '3', date_created: '2026-11-17 09:59:00', ip: '192.0.2.7' },
      ...{ created_by: null, date_updated: '2026-11-17 09:59:00', is_starred: 0, is_read: 0, post_id: null },
      ...{ user_agent: 'Mozilla/5.0', status: 'active', currency: 'EUR' },
      ...{
        source_url: 'https://harbour.example/contact',
        '1.3': 'Dana',
        '1.6': 'Whitfield',
        2: 'dana@harbour.example',
      },
    },
    lead: { email: 'dana@harbour.example', externalId: '512' },
    fields: { 'Question 1.3': 'Dana', 'Question 1.6': 'Whitfield' },
  },
  // gist.github.com/ntcho/44de57737ab5407240ebde465f99ad0c
  Mailchimp: {
    from: 'Mailchimp',
    body: form({
      type: 'subscribe',
      fired_at: '2026-11-17 09:59:00',
      'data[id]': '8a25ff1d98',
      'data[list_id]': 'a6b5da1054',
      'data[email]': 'dana@harbour.example',
      'data[ip_opt]': '192.0.2.7',
      'data[merges][EMAIL]': 'dana@harbour.example',
      'data[merges][FNAME]': 'Dana',
      'data[merges][LNAME]': 'Whitfield',
      'data[merges][PHONE]': '+44 20 7946 0991',
    }),
    lead: { ...CALLED, externalId: '8a25ff1d98' },
  },
  // github.com/api-evangelist/linkedin, json-schema/linkedin-marketing-leads-fetch-full-lead-data-response200-schema.json
  LinkedIn: {
    from: 'LinkedIn, forwarded by a tool',
    body: {
      id: 'c3b4a2f1-7f2e-4d9f-9d1e-2b8f6e4a9c01-5',
      owner: { sponsoredAccount: 'urn:li:sponsoredAccount:522529623' },
      leadType: 'SPONSORED',
      testLead: false,
      submittedAt: 1795600000000,
      leadMetadata: { sponsoredLeadMetadata: { campaign: 'urn:li:sponsoredCampaign:361268000' } },
      formResponse: {
        answers: [
          { questionId: 1, answerDetails: { textQuestionAnswer: { answer: 'dana@harbour.example' } } },
          { questionId: 2, answerDetails: { textQuestionAnswer: { answer: 'Dana' } } },
        ],
        consentResponses: [{ accepted: true, consentId: 5020 }],
      },
    },
    lead: { email: 'dana@harbour.example', externalId: 'c3b4a2f1-7f2e-4d9f-9d1e-2b8f6e4a9c01-5' },
    fields: { 'Question 2': 'Dana' },
  },
  // pipedrive.readme.io/docs/guide-for-webhooks-v2 for `meta` and `data`; addresses as in prismatic.io's example of a person.
  Pipedrive: {
    from: 'Pipedrive',
    body: {
      meta: {
        action: 'create',
        entity: 'person',
        entity_id: '771',
        id: '0f1e',
        timestamp: '2026-11-17T09:59:00Z',
      },
      data: {
        id: 771,
        name: 'Dana Whitfield',
        first_name: 'Dana',
        last_name: 'Whitfield',
        owner_id: { id: 18, name: 'Rafa Rep', email: 'rafa@ours.example' },
        org_id: { name: 'Harbour Logistics', people_count: 13 },
        emails: [
          { label: 'home', value: 'd.w@home.example', primary: false },
          { label: 'work', value: 'dana@harbour.example', primary: true },
        ],
        phones: [{ label: 'work', value: '+44 20 7946 0991', primary: true }],
      },
      previous: null,
    },
    lead: { ...CALLED, externalId: '771' },
  },
  // twilio.com/docs/segment/connections/spec/identify
  Segment: {
    from: 'Segment',
    body: {
      type: 'identify',
      messageId: 'ajs-next-1795600000000-1',
      traits: { name: 'Dana Whitfield', email: 'dana@harbour.example', plan: 'premium' },
      userId: '97980cfea0067',
      context: { ip: '192.0.2.7', library: { name: 'analytics.js', version: '2.1.0' } },
    },
    lead: { ...DANA, externalId: 'ajs-next-1795600000000-1' },
    fields: { plan: 'premium' },
  },
  // developers.intercom.com/docs/references/2.5/webhooks/webhook-models for the topics; the notification is from memory.
  Intercom: {
    from: 'Intercom',
    body: {
      type: 'notification_event',
      id: 'notif_ccd8a4d0-f965-11e3-a367-c779cae3e1b3',
      topic: 'contact.lead.created',
      app_id: 'a86dr8yl',
      data: {
        type: 'notification_event_data',
        item: {
          ...{ type: 'contact', id: '6762f0dd1bb69f9f2193bb83', external_id: null, role: 'lead' },
          ...{ name: 'Dana Whitfield', email: 'dana@harbour.example', phone: '+44 20 7946 0991' },
          location: { type: 'location', country: 'United Kingdom', city: 'London' },
        },
      },
    },
    lead: { ...CALLED, externalId: '6762f0dd1bb69f9f2193bb83' },
  },
  // bentonow.com/docs/create-a-close-io-lead-with-webhooks for the lead; the event around it is from memory.
  Close: {
    from: 'Close',
    body: {
      subscription_id: 'whsub_123',
      event: {
        ...{ id: 'ev_1', object_type: 'lead', object_id: 'lead_7f', action: 'created' },
        data: {
          id: 'lead_7f',
          name: 'Harbour Logistics',
          contacts: [
            {
              ...{ id: 'cont_1', name: 'Dana Whitfield', title: 'Head of Operations' },
              emails: [{ type: 'office', email: 'dana@harbour.example' }],
              phones: [{ type: 'office', phone: '+44 20 7946 0991' }],
            },
            { id: 'cont_2', name: 'Lee Other', emails: [{ type: 'office', email: 'lee@harbour.example' }] },
          ],
        },
      },
    },
    lead: { ...CALLED, company: 'Harbour Logistics', title: 'Head of Operations', externalId: 'lead_7f' },
  },
  // rudderstack.com/docs/sources/event-streams/cloud-apps/formsort for the properties around the answers; `finalized` is from memory.
  Formsort: {
    from: 'Formsort',
    body: {
      ...{ responder_uuid: '0ab1-7', flow_label: 'quote', variant_label: 'main', finalized: true },
      ...{ created_at: '2026-11-17T09:59:00Z', variant_uuid: '51e0-2' },
      answers: { first_name: 'Dana', last_name: 'Whitfield', email: 'dana@harbour.example', seats: 40 },
    },
    lead: { ...DANA, externalId: '0ab1-7' },
    fields: { seats: '40' },
  },
  // From memory: "Webhooks by Zapier", POST, payload type form, with what somebody named in the Zap.
  Zapier: {
    from: 'Zapier',
    body: form({
      'Full Name': 'Dana Whitfield',
      Email: 'dana@harbour.example',
      'Phone Number': '+44 20 7946 0991',
    }),
    lead: CALLED,
  },
  // From memory: the module "HTTP: Make a request" with a bundle that was mapped whole.
  Make: {
    from: 'Make',
    body: [
      {
        bundle: 1,
        data: { Vorname: 'Dana', Nachname: 'Whitfield', 'E-Mail-Adresse': 'dana@harbour.example' },
      },
    ],
    lead: DANA,
  },
  // to.co/docs/integrate/webhooks/webhook-payload-form-model-v1
  'parts of a name beside the whole': {
    from: 'to.co',
    body: {
      id: 'zjcqv4ej75fvbxgp_fs',
      created: '2026-11-17T09:59:00Z',
      form: { id: 't34tep5kt346_fm', name: 'Demo request' },
      fields: {
        name: 'Dana Whitfield',
        'name.first': 'Dana',
        'name.last': 'Whitfield',
        email: 'dana@harbour.example',
      },
    },
    lead: { ...DANA, externalId: 'zjcqv4ej75fvbxgp_fs' },
  },
  // github.com/proelements/proelements, modules/forms/actions/webhook.php: with "Advanced Data" form, fields and meta; what a field holds is from memory.
  Elementor: {
    from: 'Elementor',
    body: form({
      'form[id]': '7d1',
      'form[name]': 'Contact',
      'fields[field_a1][id]': 'field_a1',
      'fields[field_a1][title]': 'Name',
      'fields[field_a1][type]': 'text',
      'fields[field_a1][value]': 'Dana Whitfield',
      'fields[field_a1][raw_value]': 'Dana Whitfield',
      'fields[field_a1][required]': '1',
      'fields[field_b2][id]': 'field_b2',
      'fields[field_b2][title]': 'E-mail',
      'fields[field_b2][type]': 'email',
      'fields[field_b2][value]': 'dana@harbour.example',
      'fields[field_b2][raw_value]': 'dana@harbour.example',
      'meta[remote_ip][title]': 'Remote IP',
      'meta[remote_ip][value]': '192.0.2.7',
      'meta[credit][title]': 'Powered by',
      'meta[credit][value]': 'Elementor',
    }),
    lead: { ...DANA },
  },
  // The same file: without it by the titles alone, with the form's id and name. The titles of what it adds are from memory.
  'Elementor without Advanced Data': {
    from: 'Elementor',
    body: form({
      ...{ Name: 'Dana Whitfield', 'E-mail': 'dana@harbour.example', Keys: '40' },
      ...{
        'Page URL': 'https://harbour.example/contact',
        'Remote IP': '192.0.2.7',
        'Powered by': 'Elementor',
      },
      ...{ form_id: '7d1', form_name: 'Contact' },
    }),
    lead: { ...DANA },
    fields: { Keys: '40' },
  },
  // Typeform's own shape comes by its webhook too; here by somebody who has no secret.
  Typeform: {
    from: 'Typeform',
    body: {
      event_id: '01H',
      event_type: 'form_response',
      form_response: {
        token: 'tok-1',
        submitted_at: '2026-11-17T09:59:00Z',
        definition: {
          fields: [
            { id: 'f1', title: 'What is your name?' },
            { id: 'f2', title: 'Your e-mail' },
          ],
        },
        answers: [
          { type: 'text', text: 'Dana Whitfield', field: { id: 'f1', type: 'short_text' } },
          { type: 'email', email: 'dana@harbour.example', field: { id: 'f2', type: 'email' } },
        ],
      },
    },
    lead: { ...DANA, externalId: 'tok-1' },
  },
};

describe('A form’s address understands', () => {
  it.each(Object.entries(SHAPES))('%s', async (_name, { body, lead, fields = {} }) => {
    const server = await formServer();
    const reply = await server.submit(body);
    expect(reply).toMatchObject({ status: 202, body: { id: expect.any(String), duplicate: false } });
    const [stored, ...others] = await server.leads();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ source: 'Website', ...lead });
    expect(stored?.fields).toMatchObject(fields);
  });
});

it('What tools tell by the same address and is no submission is answered, and nothing is taken', async () => {
  const server = await formServer();
  const told = [
    { type: 'notification_event', topic: 'ping', data: {} },
    { meta: { action: 'delete', entity: 'person' }, data: null, previous: { name: 'Dana' } },
    { responder_uuid: 'r', finalized: false, answers: { email: 'dana@harbour.example' } },
    { type: 'page', messageId: '1', userId: '2', properties: { title: 'Prices' } },
    { event: { action: 'deleted', object_type: 'lead', data: { id: 'lead_1' } } },
  ];
  for (const body of told)
    expect(await server.submit(body)).toMatchObject({
      status: 200,
      body: { id: null, detail: expect.any(String) },
    });
  const unsubscribed = form({
    type: 'unsubscribe',
    fired_at: '2026-11-17 10:00:00',
    'data[email]': 'dana@harbour.example',
  });
  expect(await server.submit(unsubscribed)).toMatchObject({ status: 200, body: { id: null } });
  expect(await server.leads()).toEqual([]);
});
