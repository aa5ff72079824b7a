import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Answer } from '../../../reading/lead/sort-answers.ts';
import { cleanPasted } from '../../../reading/text.ts';
import { meaningOf } from '../../../reading/words/lead-words.ts';
import { jsonOf } from '../../api/json-body.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { anything, id, optionalText, readBody } from '../read-body.ts';
import { assertSame } from '../signature.ts';
import { KIB, type Vendor } from '../vendor.ts';

/** Signs nothing: the key that it was given stands in the body, and is not kept. A replay is known by the lead's id. */
export const googleAds: Vendor = {
  name: 'google-ads',
  secret: 'GOOGLE_ADS_KEY',
  isGuessable: true,
  limit: 64 * KIB,

  authenticate({ body }, secret) {
    assertSame(Keyed.safeParse(jsonOf(body)).data?.google_key, secret, 'google_key');
  },

  read(body, { now }) {
    const form = readBody(Submitted, body);
    const isTest = form.is_test === true;
    const submission = {
      source: 'Google Ads',
      externalId: isTest ? testId(form, now) : form.lead_id,
      isTest,
      campaign: form.campaign_id,
      submittedAt: form.lead_submit_time,
      answers: (form.user_column_data ?? []).map(answerOf),
      details: {
        'Form id': form.form_id,
        'Ad group id': form.adgroup_id,
        'Creative id': form.creative_id,
        'Google click id': form.gcl_id,
      },
      others: unreadOf(body, KNOWN),
    };
    return { submissions: [{ form: { id: wordOf(form.form_id) ?? 'form', name: null }, submission }] };
  },
};

/** Typed into a form at Google by whoever has copied it. */
const Keyed = z.object({ google_key: z.string().overwrite(cleanPasted) });

const Column = z.object({
  column_id: optionalText,
  column_name: optionalText,
  string_value: anything,
});

const Submitted = z.object({
  lead_id: id,
  is_test: anything,
  ...{ campaign_id: anything, form_id: anything, adgroup_id: anything, creative_id: anything },
  ...{ gcl_id: anything, lead_submit_time: anything },
  user_column_data: z.array(Column).nullish(),
});

/** The key is a secret. */
const KNOWN: Known = {
  ...{ google_key: true, api_version: true, lead_id: true, is_test: true, campaign_id: true, form_id: true },
  ...{ adgroup_id: true, creative_id: true, gcl_id: true, lead_submit_time: true },
  user_column_data: { column_id: true, column_name: true, string_value: true },
};

/**
 * All test leads of the world bear one lead_id. By form and minute, a second press of the button shows a second lead, and a delivery
 * that Google repeats does not.
 */
function testId({ form_id: form }: z.infer<typeof Submitted>, now: number): string {
  const minute = Temporal.Instant.fromEpochMilliseconds(now).toString({ smallestUnit: 'minute' });
  return `test of ${typeof form === 'object' ? 'a form' : form} at ${minute}`;
}

/** An id that is a text or a number. */
function wordOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function answerOf({
  column_id: code,
  column_name: name,
  string_value: value,
}: z.infer<typeof Column>): Answer {
  return { label: name ?? code ?? '', value, meaning: meaningOf(code ?? '') ?? meaningOf(name ?? '') };
}
