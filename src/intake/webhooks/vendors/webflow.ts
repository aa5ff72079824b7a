import { z } from 'zod';
import { MINUTE } from '../../../domain/time/duration.ts';
import { openRecord } from '../../schemas/open-record.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { anything, id, optionalText, readBody } from '../read-body.ts';
import { assertRecent, assertSame, hmac } from '../signature.ts';
import { KIB, type Vendor } from '../vendor.ts';

export const webflow: Vendor = {
  name: 'webflow',
  secret: 'WEBFLOW_SECRET',
  limit: 64 * KIB,

  authenticate({ header, body, now }, secret) {
    const timestamp = header('x-webflow-timestamp') ?? '';
    assertSame(header('x-webflow-signature'), hmac(secret, [`${timestamp}:`, body], 'hex'));
    assertRecent(Number(timestamp || Number.NaN), now, 5 * MINUTE);
  },

  read(body) {
    if (readBody(Event, body).triggerType !== 'form_submission') return {};
    const { payload } = readBody(Submitted, body);
    const submission = {
      source: 'Webflow',
      externalId: payload.id,
      submittedAt: payload.submittedAt,
      answers: Object.entries(payload.data ?? {}).map(([label, value]) => ({ label, value })),
      details: { Form: payload.name },
      others: unreadOf(body, KNOWN),
    };
    const form = { id: payload.formId ?? payload.name ?? 'form', name: payload.name ?? null };
    return { submissions: [{ form, submission }] };
  },
};

/** Ids of the site, the form as it was made, and what is read. */
const KNOWN: Known = {
  triggerType: true,
  payload: {
    ...{ id: true, name: true, formId: true, submittedAt: true, data: true, schema: true },
    ...{ siteId: true, pageId: true, formElementId: true, localeId: true },
  },
};

const Event = z.object({ triggerType: z.string() });

const Submitted = z.object({
  payload: z.object({
    id,
    ...{ formId: optionalText, name: optionalText },
    submittedAt: anything,
    data: openRecord(z.unknown()).nullish(),
  }),
});
