/** How each vendor signs, written a second time for the tests, and deliveries of theirs. */
import { createHmac } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NO_WEBHOOKS, type WebhookSettings } from '../../src/intake/webhooks/settings.ts';
import { TUESDAY_10 } from './time.ts';

export const WEBHOOKS: WebhookSettings = {
  ...NO_WEBHOOKS,
  secrets: {
    TYPEFORM_SECRET: 'typeform-secret',
    HUBSPOT_CLIENT_SECRET: 'hubspot-secret',
    HUBSPOT_ACCESS_TOKEN: 'hubspot-token',
    GOOGLE_ADS_KEY: '123456',
    META_APP_SECRET: 'meta-secret',
    META_VERIFY_TOKEN: 'meta-verify',
    META_ACCESS_TOKEN: 'meta-token',
    WEBFLOW_SECRET: 'webflow-secret',
    CALENDLY_SIGNING_KEY: 'calendly-key',
    TALLY_SIGNING_SECRET: 'tally-secret',
  },
};

export type VendorName = keyof typeof SCHEMES;

interface Signing {
  body: string | Uint8Array;
  /** Epoch ms. */
  at: number;
  uri: string;
  /** Of Typeform, where it is another one. */
  secret?: string;
}

export function sign(
  vendor: VendorName,
  signing: Partial<Signing> & Pick<Signing, 'body'>,
): Record<string, string> {
  return SCHEMES[vendor]({ at: TUESDAY_10, uri: '', ...signing });
}

const SCHEMES = {
  typeform: ({ body, secret = 'typeform-secret' }: Signing) => ({
    'typeform-signature': `sha256=${hmac(secret, [body], 'base64')}`,
  }),
  hubspot: ({ body, at, uri }: Signing) => ({
    'x-hubspot-request-timestamp': `${at}`,
    'x-hubspot-signature-v3': hmac('hubspot-secret', [`POST${uri}`, body, `${at}`], 'base64'),
  }),
  'google-ads': (_: Signing) => ({}),
  meta: ({ body }: Signing) => ({ 'x-hub-signature-256': `sha256=${hmac('meta-secret', [body], 'hex')}` }),
  webflow: ({ body, at }: Signing) => ({
    'x-webflow-timestamp': `${at}`,
    'x-webflow-signature': hmac('webflow-secret', [`${at}:`, body], 'hex'),
  }),
  calendly: ({ body, at }: Signing) => {
    const seconds = Math.floor(at / 1000);
    return {
      'calendly-webhook-signature': `t=${seconds},v1=${hmac('calendly-key', [`${seconds}.`, body], 'hex')}`,
    };
  },
  tally: ({ body }: Signing) => ({ 'tally-signature': hmac('tally-secret', [body], 'base64') }),
};

export const VENDOR_NAMES = Object.keys(SCHEMES) as VendorName[];

function hmac(key: string, parts: readonly (string | Uint8Array)[], as: 'hex' | 'base64'): string {
  const sum = createHmac('sha256', key);
  for (const part of parts) sum.update(part);
  return sum.digest(as);
}

const FOLDER = new URL('../../../shared/data/webhooks/', import.meta.url);

/** A body that the vendor really sent; null where the real input is not beside the project. */
export function realBody(file: string): string | null {
  const path = fileURLToPath(new URL(file, FOLDER));
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.warn(`Skipped: webhooks/${file} is not there (../shared/data)`);
  return null;
}

/** One delivery of each vendor in its own shape, of a person of the tests. */
export const DELIVERIES: Record<VendorName, unknown> = {
  typeform: {
    event_type: 'form_response',
    form_response: {
      token: 'tf-1',
      submitted_at: '2026-11-17T09:58:00Z',
      hidden: { utm_campaign: 'Hotels Q4', utm_source: 'newsletter' },
      definition: {
        title: 'Ask for a demo',
        fields: [
          { id: 'a', title: 'What is your first name?', type: 'short_text' },
          { id: 'b', title: 'And your last name?', type: 'short_text' },
          { id: 'c', title: 'Where can we reach you?', type: 'email' },
          { id: 'd', title: 'What do you need?', type: 'long_text' },
          { id: 'e', title: 'Which products?', type: 'multiple_choice' },
        ],
      },
      answers: [
        { type: 'text', text: 'Dana', field: { id: 'a', type: 'short_text' } },
        { type: 'text', text: 'Whitfield', field: { id: 'b', type: 'short_text' } },
        { type: 'email', email: 'dana@harbour.example', field: { id: 'c', type: 'email' } },
        { type: 'text', text: 'Forty keys', field: { id: 'd', type: 'long_text' } },
        {
          type: 'choices',
          choices: { ids: ['x', 'y'], labels: ['Locks', 'Cards'], other: 'Fobs' },
          field: { id: 'e', type: 'multiple_choice' },
        },
      ],
    },
  },
  hubspot: [{ eventId: 1, subscriptionType: 'contact.creation', objectId: 106314056576 }],
  'google-ads': {
    google_key: '123456',
    lead_id: 'g-1',
    campaign_id: 10000000000,
    form_id: 7,
    user_column_data: [
      { column_id: 'FULL_NAME', column_name: 'Full Name', string_value: 'Dana Whitfield' },
      { column_id: 'WORK_EMAIL', column_name: 'Work Email', string_value: 'dana@harbour.example' },
      { column_id: 'How many keys?', string_value: '40' },
    ],
  },
  meta: {
    object: 'page',
    entry: [
      { id: '1', changes: [{ field: 'leadgen', value: { leadgen_id: '233370042045345', form_id: '1' } }] },
    ],
  },
  webflow: {
    triggerType: 'form_submission',
    payload: {
      id: 'wf-1',
      name: 'Contact',
      submittedAt: '2026-11-17T09:58:00.000Z',
      data: { 'First Name': 'Dana', 'Last Name': 'Whitfield', Email: 'dana@harbour.example', Keys: '40' },
    },
  },
  calendly: {
    event: 'invitee.created',
    payload: {
      uri: 'https://api.calendly.example/invitees/1',
      name: 'Dana Whitfield',
      email: 'dana@harbour.example',
      created_at: '2026-11-17T09:58:00.000000Z',
      questions_and_answers: [{ question: 'How many keys?', answer: '40', position: 0 }],
      tracking: { utm_campaign: 'Hotels Q4', utm_source: null },
    },
  },
  tally: {
    eventType: 'FORM_RESPONSE',
    data: {
      responseId: 't-1',
      formName: 'Ask for a demo',
      createdAt: '2026-11-17T09:58:00.000Z',
      fields: [
        { key: 'q1', label: 'Your name', type: 'INPUT_TEXT', value: 'Dana Whitfield' },
        { key: 'q2', label: 'Where to?', type: 'INPUT_EMAIL', value: 'dana@harbour.example' },
        { key: 'q3', label: 'utm_campaign', type: 'HIDDEN_FIELDS', value: 'Hotels Q4' },
        {
          key: 'q4',
          label: 'Which products?',
          type: 'CHECKBOXES',
          value: ['o2'],
          options: [
            { id: 'o1', text: 'Locks' },
            { id: 'o2', text: 'Cards' },
          ],
        },
      ],
    },
  },
};
