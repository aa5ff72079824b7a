import { z } from 'zod';
import { CHANGEABLE, type ChangeableFact } from '../../domain/lead/lead-event.ts';
import { saidSource } from '../../domain/source/said-source.ts';
import type { Answer } from '../../reading/lead/sort-answers.ts';
import { cleanLine } from '../../reading/text.ts';
import type { LeadInput } from '../../usecases/lead/receive-leads.ts';
import { openRecord } from '../schemas/open-record.ts';
import { leadOf } from '../webhooks/lead/lead-of.ts';
import { type Known, unreadOf } from '../webhooks/lead/unread.ts';
import { id } from '../webhooks/read-body.ts';
import { failureOf, getJson } from './get-json.ts';
import { DEAL, fetchDeal } from './hubspot-deal.ts';
import { OWN_PROPERTY } from './hubspot-form-properties.ts';
import { askedInForms, formOf } from './hubspot-questions.ts';
import { accountOf, othersOf, readingOf, toldOf } from './job-reading.ts';
import type { FetchSource } from './source.ts';

/** The HubSpot contact that a `contact.creation` event names. */
export const hubspotContact: FetchSource = {
  vendor: 'hubspot',
  token: 'HUBSPOT_ACCESS_TOKEN',

  async fetchLead(call) {
    const { job, token, settings, now, signal } = call;
    if (job.objectId.startsWith(DEAL)) return fetchDeal(call);
    const base = settings.hubspotApiUrl ?? 'https://api.hubapi.com';
    const url = new URL(`${base}/crm/v3/objects/contacts/${encodeURIComponent(job.objectId)}`);
    url.searchParams.set('properties', PROPERTIES.join(','));
    const fetched = await getJson(url, { token, signal });
    if ('kind' in fetched) return fetched;
    if (fetched.status !== 200) return failureOf(fetched);
    const { data: contact } = Contact.safeParse(fetched.json);
    if (!contact) return { kind: 'odd', code: 'no_contact' };
    const { isNew, changed, fills } = toldOf(job);
    const isImported = isImportedThere(contact);
    const asked = await askedInForms(call, {
      ...{ base, contact: url, isReadAnyway: (name) => PROPERTIES.includes(name) || UNSAID.has(name) },
      news: newsOf({ isNew: isNew && !isImported, fills, changed }),
    });
    if ('kind' in asked) return asked;
    const ids = idsOf(contact, job.objectId);
    const said = saidBy(contact);
    const submission = {
      source: said.source === null ? HUBSPOT : saidSource(HUBSPOT, said.source),
      externalId: contact.id ?? job.objectId,
      submittedAt: contact.createdAt ?? contact.properties.createdate,
      answers: [...answersOf(contact), ...asked.answers()],
    };
    const reading = readingOf(job, now);
    const others = [...unreadOf(fetched.json, KNOWN), ...othersOf(job)];
    const told = leadOf({ ...submission, campaign: said.campaign, others }, reading);
    const answers = [...answersOf(contact, changed), ...asked.answers(changed)];
    const parts = leadOf({ ...submission, answers }, reading);
    const lead = { ...told, isOld: isImported };
    const ofHubspot = reading.wish.source ?? HUBSPOT;
    const form = { ...formOf(call), door: 'hubspot' as const, source: ofHubspot };
    const filledIn = asked.questions.length > 0 ? [{ form, lead, questions: asked.questions }] : [];
    return {
      ...(asked.isAllowed !== null && {
        formsRead: { vendor: 'hubspot', account: accountOf(job), isAllowed: asked.isAllowed },
      }),
      forms: isNew ? filledIn : [],
      later: isNew ? [] : filledIn,
      leads: isNew && filledIn.length === 0 ? [lead] : [],
      changes: changed.length > 0 || fills ? [{ what: 'facts_changed', told, ...touched(parts), fills }] : [],
      // Ids are HubSpot’s, wherever it says that somebody is from.
      merges: ids.length > 1 ? [{ source: ofHubspot, ids }] : [],
    };
  },
};

/** Of which properties an answer is news; undefined: of all. */
function newsOf({ isNew, fills, changed }: ReturnType<typeof toldOf>): readonly string[] | undefined {
  return isNew || fills ? undefined : changed;
}

export const HUBSPOT = 'HubSpot';

/** Of a contact that was merged the one that it is now is answered, with all that were merged into it. */
function idsOf({ id, properties }: Contact, asked: string): string[] {
  const merged = String(properties[MERGED] ?? '')
    .split(';')
    .map((each) => each.trim())
    .filter((each) => /^\d+$/.test(each));
  return [...new Set([id ?? asked, asked, ...merged])];
}

function answersOf({ properties }: Contact, names?: readonly string[]): Answer[] {
  return Object.entries(properties)
    .filter(([name]) => !UNSAID.has(name) && (names?.includes(name) ?? true))
    .map(([label, value]) => ({ label, value }));
}

/**
 * What HubSpot calls where somebody is from, as people see it there, and which of its drill-downs names a campaign ("Understand HubSpot's traffic
 * sources" and "Understand source properties", knowledge.hubspot.com/properties/understand-source-properties; those of paid social and other campaigns from
 * memory). The network of organic social and the page of a referral stay with the lead: as a source "LinkedIn" would be what ads there cost, and pages are
 * without number. Offline is not a place where somebody is from: that stays HubSpot.
 */
const SOURCES: Readonly<Record<string, readonly [name: string, campaignIn?: string]>> = {
  ORGANIC_SEARCH: ['Organic search'],
  PAID_SEARCH: ['Paid search', 'hs_analytics_source_data_1'],
  EMAIL_MARKETING: ['Email marketing', 'hs_analytics_source_data_1'],
  SOCIAL_MEDIA: ['Organic social', 'hs_analytics_source_data_2'],
  PAID_SOCIAL: ['Paid social', 'hs_analytics_source_data_2'],
  REFERRALS: ['Referrals'],
  AI_REFERRALS: ['AI referrals'],
  OTHER_CAMPAIGNS: ['Other campaigns', 'hs_analytics_source_data_1'],
  DIRECT_TRAFFIC: ['Direct traffic'],
};

/** What stands there where HubSpot does not know one. */
const NO_CAMPAIGN = /^(auto-tagged ppc|unknown\b.*|\(?(none|not set)\)?|\d+)$/i;

function saidBy({ properties }: Contact): { source: string | null; campaign: string | null } {
  const text = (name: string) => cleanLine(String(properties[name] ?? ''));
  const [source = null, campaignIn] = SOURCES[text('hs_analytics_source').toUpperCase()] ?? [];
  const campaign = campaignIn ? text(campaignIn) : '';
  return { source, campaign: campaign === '' || NO_CAMPAIGN.test(campaign) ? null : campaign };
}

/**
 * Whom somebody imported there says so in one of two ways: how the record was made ("Record source", developers.hubspot.com), or, of offline sources, the
 * first drill-down ("Contacts added to HubSpot from an offline source", knowledge.hubspot.com).
 */
function isImportedThere({ properties }: Contact): boolean {
  const told = (name: string) => String(properties[name] ?? '').toUpperCase();
  if (told(RECORD_SOURCE) === 'IMPORT') return true;
  return told('hs_analytics_source') === 'OFFLINE' && told('hs_analytics_source_data_1') === 'IMPORT';
}

/** What of a lead is made of the properties that have changed. */
function touched(parts: LeadInput): { facts: ChangeableFact[]; fields: string[] } {
  return {
    facts: CHANGEABLE.filter((fact) => parts[fact] != null),
    fields: Object.keys(parts.fields ?? {}),
  };
}

const MERGED = 'hs_merged_object_ids';
const RECORD_SOURCE = 'hs_object_source';

/** Whether a change of it is news here: what a form can ask is HubSpot’s to know, and is found out when the person is fetched. */
export function isRead(property: string): boolean {
  return PROPERTIES.includes(property) || !(OWN_PROPERTY.test(property) || UNSAID.has(property));
}

/** All that is read of every contact. */
const PROPERTIES: readonly string[] = [
  ...['firstname', 'lastname', 'email', 'phone', 'mobilephone', 'company', 'jobtitle', 'message'],
  ...['industry', 'country', 'city', 'numemployees', 'website', 'lifecyclestage', 'utm_campaign'],
  ...['hs_analytics_source', 'hs_analytics_source_data_1', 'hs_analytics_source_data_2', 'createdate'],
  ...[RECORD_SOURCE, MERGED],
];

/** Some HubSpot adds unasked; they say when and how, not who. */
const UNSAID = new Set(['createdate', 'lastmodifieddate', 'hs_object_id', RECORD_SOURCE, MERGED]);

/** Besides the properties it says when and where, not who. */
const KNOWN: Known = {
  ...{
    id: true,
    properties: true,
    createdAt: true,
    updatedAt: true,
    archived: true,
    archivedAt: true,
    url: true,
  },
  associations: true,
};

const Contact = z.object({
  id: id.optional().catch(undefined),
  createdAt: z.string().optional(),
  properties: openRecord(z.unknown()),
});

type Contact = z.infer<typeof Contact>;
