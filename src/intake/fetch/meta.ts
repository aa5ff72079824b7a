import { z } from 'zod';
import type { FetchFailure } from '../../domain/delivery/fetch-job.ts';
import type { Answer } from '../../reading/lead/sort-answers.ts';
import { type Known, unreadOf } from '../webhooks/lead/unread.ts';
import { anything } from '../webhooks/read-body.ts';
import { hmac } from '../webhooks/signature.ts';
import { type Fetched, failureOf, getJson } from './get-json.ts';
import { othersOf } from './job-reading.ts';
import type { FetchCall, FetchSource } from './source.ts';

/** The lead that Meta's `leadgen` event names, from the Graph API. */
export const metaLead: FetchSource = {
  vendor: 'meta',
  token: 'META_ACCESS_TOKEN',

  async fetchLead(call) {
    const { job, token, signal } = call;
    const fetched = await getJson(addressOf(call), { token, signal });
    if ('kind' in fetched) return fetched;
    if (fetched.status !== 200) return graphFailure(fetched);
    const { data: lead } = Lead.safeParse(fetched.json);
    if (!lead) return { kind: 'odd', code: 'no_lead' };
    const submission = {
      source: 'Meta',
      externalId: job.objectId,
      submittedAt: lead.created_time,
      campaign: lead.campaign_name,
      // By which its ad report knows it, whatever it is called there.
      campaignId: lead.campaign_id,
      answers: (lead.field_data ?? []).map(answerOf),
      details: {
        Platform: lead.platform,
        Ad: lead.ad_name,
        'Ad set': lead.adset_name,
        'Form id': lead.form_id,
        'Ad id': lead.ad_id,
        'Ad set id': lead.adset_id,
        Organic: lead.is_organic,
      },
      others: [...unreadOf(fetched.json, KNOWN), ...othersOf(job)],
    };
    const id = typeof lead.form_id === 'object' ? 'form' : String(lead.form_id ?? 'form');
    return { leads: [], submissions: [{ form: { id, name: null }, submission }] };
  },
};

/** As the Lead object of the Graph API has them (facebook/facebook-python-business-sdk, adobjects/lead.py). */
const FIELDS =
  'created_time,ad_id,ad_name,adset_id,adset_name,is_organic,partner_name,custom_disclaimer_responses,campaign_id,campaign_name,form_id,platform,field_data';

/** With the proof that we hold the app's secret too, which Meta may be told to insist on. */
function addressOf({ job, token, settings }: FetchCall): URL {
  const base = settings.metaApiUrl ?? 'https://graph.facebook.com/v24.0';
  const url = new URL(`${base}/${encodeURIComponent(job.objectId)}`);
  url.searchParams.set('fields', FIELDS);
  const secret = settings.secrets.META_APP_SECRET;
  if (secret) url.searchParams.set('appsecret_proof', hmac(secret, [token], 'hex'));
  return url;
}

const KNOWN: Known = {
  ...{ id: true, created_time: true, platform: true, form_id: true, campaign_id: true, campaign_name: true },
  ...{ ad_id: true, ad_name: true, adset_id: true, adset_name: true, is_organic: true },
  field_data: { name: true, values: true },
};

const Lead = z.object({
  created_time: anything,
  ...{ campaign_id: anything, campaign_name: anything, ad_name: anything, adset_name: anything },
  ...{ form_id: anything, platform: anything, ad_id: anything, adset_id: anything, is_organic: anything },
  field_data: z.array(z.object({ name: z.string(), values: z.array(z.unknown()).nullish() })).nullish(),
});

function answerOf({ name, values }: { name: string; values?: unknown[] | null | undefined }): Answer {
  return { label: name, value: values?.length === 1 ? values[0] : values };
}

const GraphError = z.object({
  error: z.object({ code: z.number(), error_subcode: z.number().nullish() }),
});

/** The Graph API answers most of its refusals with 400 and says more in a code. */
function graphFailure(fetched: Fetched): FetchFailure {
  const error = GraphError.safeParse(fetched.json).data?.error;
  if (!error) return failureOf(fetched);
  const code = `graph_${error.code}`;
  if (TOKEN_CODES.has(error.code) || (error.code >= 200 && error.code < 300)) return { kind: 'token', code };
  if (error.code === 100 && error.error_subcode === 33) return { kind: 'gone', code };
  if (BUSY_CODES.has(error.code)) return { kind: 'busy', code };
  return failureOf(fetched);
}

/** Expired or revoked; a permission is missing. */
const TOKEN_CODES = new Set([10, 102, 190]);
/** Down for the moment, or too many calls. */
const BUSY_CODES = new Set([1, 2, 4, 17, 32, 341, 613]);
