import { z } from 'zod';
import type { FetchRequest } from '../../../domain/delivery/fetch-job.ts';
import { leadOf } from '../lead/lead-of.ts';
import { anything, id, readBody } from '../read-body.ts';
import { assertSame, hmac } from '../signature.ts';
import { KIB, type Reading, type Vendor } from '../vendor.ts';

/** Tells ids alone, up to a thousand at a time: each lead is fetched afterwards. It signs no time: a replay is known by its ids. */
export const meta: Vendor = {
  name: 'meta',
  secret: 'META_APP_SECRET',
  limit: 512 * KIB,

  authenticate({ header, body }, secret) {
    assertSame(header('x-hub-signature-256'), `sha256=${hmac(secret, [body], 'hex')}`);
  },

  read(body, reading) {
    const { object, entry } = readBody(Notified, body);
    if (object !== 'page') return {};
    const leads = entry.flatMap(({ changes }) => changes ?? []).filter(({ field }) => field === 'leadgen');
    const told = leads.map(({ value }) => readBody(Leadgen, value));
    return {
      leads: told.filter(isDummy).map((dummy) => dummyLead(dummy, reading)),
      fetches: told.filter((each) => !isDummy(each)).map((each) => orderOf(each, reading)),
    };
  },
};

const Change = z.object({ field: z.string(), value: anything });

const Notified = z.object({
  object: z.string(),
  entry: z.array(z.object({ changes: z.array(Change).nullish() })).max(1_000, 'may hold at most 1,000'),
});

const Leadgen = z.object({ leadgen_id: id, form_id: anything, created_time: anything });

type Told = z.infer<typeof Leadgen>;

/** What the "Test" button of the app's dashboard sends. Nobody stands behind it, so there is nothing to fetch. */
function isDummy({ leadgen_id: leadgenId }: Told): boolean {
  return /^4{8,}$/.test(leadgenId);
}

/** A second press within a minute is the same test. */
function dummyLead({ leadgen_id: leadgenId, created_time: seconds }: Told, reading: Reading) {
  const minute = Math.floor(reading.now / 60_000);
  return leadOf(
    {
      source: 'Meta',
      externalId: `test ${leadgenId} ${minute}`,
      isTest: true,
      submittedAt: typeof seconds === 'number' ? seconds * 1000 : null,
      answers: [{ label: 'Name', value: 'Test of the webhook', meaning: 'name' }],
    },
    reading,
  );
}

function orderOf({ leadgen_id: objectId }: Told, { wish }: Reading): FetchRequest {
  return { vendor: 'meta', objectId, body: JSON.stringify({ wish }) };
}
