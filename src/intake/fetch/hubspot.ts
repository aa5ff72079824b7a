import { z } from 'zod';
import { openRecord } from '../schemas/open-record.ts';
import { leadOf } from '../webhooks/lead/lead-of.ts';
import { failureOf, getJson } from './get-json.ts';
import { readingOf } from './job-reading.ts';
import type { FetchSource } from './source.ts';

/** The HubSpot contact that a `contact.creation` event names. */
export const hubspotContact: FetchSource = {
  vendor: 'hubspot',
  token: 'HUBSPOT_ACCESS_TOKEN',

  async fetchLead({ job, token, settings, now, signal }) {
    const base = settings.hubspotApiUrl ?? 'https://api.hubapi.com';
    const url = new URL(`${base}/crm/v3/objects/contacts/${encodeURIComponent(job.objectId)}`);
    url.searchParams.set('properties', PROPERTIES.join(','));
    const fetched = await getJson(url, { token, signal });
    if ('kind' in fetched) return fetched;
    if (fetched.status !== 200) return failureOf(fetched);
    const { data: contact } = Contact.safeParse(fetched.json);
    if (!contact) return { kind: 'odd', code: 'no_contact' };
    const submission = {
      source: 'HubSpot',
      externalId: job.objectId,
      submittedAt: contact.createdAt ?? contact.properties.createdate,
      answers: Object.entries(contact.properties)
        .filter(([name]) => !DATES.has(name))
        .map(([label, value]) => ({ label, value })),
    };
    return { lead: leadOf(submission, readingOf(job, now)) };
  },
};

const PROPERTIES = [
  ...['firstname', 'lastname', 'email', 'phone', 'mobilephone', 'company', 'jobtitle', 'message'],
  ...['industry', 'country', 'city', 'numemployees', 'website', 'lifecyclestage', 'utm_campaign'],
  ...['hs_analytics_source', 'hs_analytics_source_data_1', 'hs_analytics_source_data_2', 'createdate'],
];

/** HubSpot adds these unasked; they say when, not who. */
const DATES = new Set(['createdate', 'lastmodifieddate', 'hs_object_id']);

const Contact = z.object({
  createdAt: z.string().optional(),
  properties: openRecord(z.unknown()),
});
