import { z } from 'zod';
import type { FetchRequest } from '../../../domain/delivery/fetch-job.ts';
import { leadOf } from '../lead/lead-of.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { account, anything, id, readBody, readMembers } from '../read-body.ts';
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
    const entries = readMembers(Entry, entry);
    const changes = entries.members.flatMap(({ id: page, changes: all }) =>
      (all ?? []).map((change) => ({ page, change })),
    );
    const leads = readMembers(LeadgenChange, changes.filter(isOfLead));
    const told = leads.members.map(({ page, change }) => ({ ...toldOf(change.value), page }));
    return {
      unread: entries.unread + leads.unread,
      leads: told.filter(isDummy).map((dummy) => dummyLead(dummy, reading)),
      fetches: told.filter((each) => !isDummy(each)).map((each) => orderOf(each, reading)),
    };
  },
};

const Notified = z.object({
  object: z.string(),
  entry: z.array(anything).max(1_000, 'may hold at most 1,000'),
});

/** Of one page. */
const Entry = z.object({ id: account, changes: z.array(anything).nullish() });

const AnyChange = z.object({ field: z.literal('leadgen') });

/** Of other fields nothing is asked. */
function isOfLead({ change }: { change?: unknown }): boolean {
  return AnyChange.safeParse(change).success;
}

const Leadgen = z.object({ leadgen_id: id, form_id: anything, created_time: anything });

const LeadgenChange = z.object({ page: account, change: z.object({ value: Leadgen.loose() }) });

/** The lead itself says it again, or nobody asks. */
const KNOWN: Known = {
  ...{ leadgen_id: true, form_id: true, created_time: true, page_id: true },
  ...{ ad_id: true, adgroup_id: true },
};

function toldOf(value: z.infer<typeof LeadgenChange>['change']['value']) {
  return { ...value, others: unreadOf(value, KNOWN) };
}

type Told = z.infer<typeof Leadgen> & { page: string | null; others: [string, unknown][] };

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

function orderOf(told: Told, { wish }: Reading): FetchRequest {
  const { leadgen_id: objectId, page, others, created_time: seconds } = told;
  const body = JSON.stringify({ wish, account: page, others });
  const happenedAt = typeof seconds === 'number' ? Math.round(seconds * 1000) : undefined;
  return { vendor: 'meta', objectId, body, happenedAt };
}
