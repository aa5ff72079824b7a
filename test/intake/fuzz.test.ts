/**
 * Strange bodies at every way in, over HTTP and against real databases: signed, so that they reach every depth; and with the signature of
 * another body. Nothing fails on our side, nothing is written by halves.
 */
import fc from 'fast-check';
import { sql } from 'kysely';
import { request } from 'undici';
import { describe, expect, it } from 'vitest';
import type { DialectName } from '../../src/store/dialects.ts';
import { times } from '../support/proof.ts';
import { countLeads, type TestServer, TOKEN, UNLIMITED } from '../support/test-server.ts';
import { type WebhookServer, webhookServer } from '../support/webhook-server.ts';
import { DELIVERIES, sign, VENDOR_NAMES, type VendorName } from '../support/webhooks.ts';

const API: Record<string, unknown> = {
  leads: [
    { source: 'Webinar', name: 'Dana Whitfield', email: 'dana@harbour.example', externalId: 'a-1' },
    {
      source: 'Fair',
      company: 'Linden Clinics',
      phone: '+49 30 1',
      priority: 'hot',
      fields: { Seats: '40' },
    },
  ],
  outcomes: [{ externalId: 'a-1', source: 'Webinar', outcome: 'won', value: 5, at: '2026-11-17T09:30:00Z' }],
  spend: [{ side: 'sales', from: '2026-11-01', to: '2026-11-30', amount: '12.50', currency: 'EUR' }],
};

const ROUTES: [path: string, sample: unknown, vendor: VendorName | null][] = [
  ...Object.entries(API).map(([name, sample]) => [`/api/${name}`, sample, null] as const),
  ...VENDOR_NAMES.map((vendor) => [`/intake/${vendor}`, DELIVERIES[vendor], vendor] as const),
].map(([path, sample, vendor]) => [path, sample, vendor]);

/** Ten thousand bodies in all; in the long form, ten thousand at every route. PostgreSQL refuses more text (NUL, broken UTF-8), so it has its share. */
const RUNS: [DialectName, batches: number][] = [
  ['sqlite', times(17)],
  ['postgres', times(3)],
];
const BATCH = 50;
const REFUSALS = [400, 401, 404, 409, 413, 422];

describe.each(RUNS)('on %s', (dialect, numRuns) => {
  it.each(ROUTES)(
    '%s answers what was changed in its bodies',
    { timeout: times(120_000) },
    async (path, sample, vendor) => {
      const server = await webhookServer(dialect, undefined, { limits: UNLIMITED });
      await server.post('/api/leads', API.leads);
      const seen = new Set<number>();
      const property = fc.asyncProperty(fc.array(strange(sample), BATCH_SIZE), async (bodies) => {
        const before = await countLeads(server.context);
        const replies = await Promise.all(bodies.map((body) => post(server, { path, vendor, ...body })));
        const odd = replies.filter(({ status }) => status >= 300 && !REFUSALS.includes(status));
        expect(odd).toEqual([]);
        for (const { status } of replies) seen.add(status);
        const news = replies.flatMap(({ leads }) => leads).filter((lead) => !lead.duplicate);
        expect((await countLeads(server.context)) - before).toBe(news.length);
      });
      await fc.assert(property, { numRuns, endOnFailure: true });
      // The bodies must reach every depth, or the fuzzing says nothing.
      expect([...seen].some((status) => status < 300)).toBe(true);
      expect([...seen]).toEqual(expect.arrayContaining(vendor ? [401, 422] : [400, 422]));
      expect(await halves(server)).toEqual([]);
    },
  );
});

const BATCH_SIZE = { minLength: BATCH, maxLength: BATCH };

interface Strange {
  bytes: Buffer;
  /** Under the signature of the body that it was made from. */
  isForged: boolean;
  sample: string;
}

function strange(sample: unknown): fc.Arbitrary<Strange> {
  const text = JSON.stringify(sample);
  const bytes = fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.nat(), replacement()).map((change) => restructured(sample, change)) },
    { weight: 2, arbitrary: fc.tuple(fc.nat(), fc.nat(6), fc.uint8Array({ maxLength: 6 })).map(bent(text)) },
    { weight: 1, arbitrary: fc.nat(text.length).map((end) => Buffer.from(text.slice(0, end))) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }).map((json) => Buffer.from(json)) },
  );
  const isForged = fc.nat(9).map((n) => n === 0);
  return fc.record({ bytes, isForged }).map((made) => ({ ...made, sample: text }));
}

/** In place of one value of the sample. */
function replacement(): fc.Arbitrary<unknown> {
  return fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom<unknown>(null, '', ' ', '\0', '\ud800', 'x'.repeat(20_000), 1e308, -0, '__proto__'),
    fc.constantFrom<unknown>(
      Array(200).fill('a'),
      { constructor: 1 },
      '9999-12-31T23:59:59Z',
      -1,
      nested(4_000),
    ),
    fc.uuid(),
  );
}

function nested(depth: number): unknown {
  let value: unknown = [];
  for (let n = 1; n < depth; n++) value = [value];
  return value;
}

type Holder = Record<string | number, unknown>;

function restructured(sample: unknown, [pick, value]: [number, unknown]): Buffer {
  const copy = structuredClone(sample);
  const places: [Holder, string][] = [];
  collect(copy, places);
  const [holder, key] = places[pick % places.length] ?? [{}, ''];
  holder[key] = value;
  return Buffer.from(JSON.stringify(copy));
}

function collect(value: unknown, places: [Holder, string][]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    places.push([value as Holder, key]);
    collect((value as Holder)[key], places);
  }
}

function bent(text: string) {
  return ([place, cut, inserted]: [number, number, Uint8Array]): Buffer => {
    const bytes = Buffer.from(text);
    const at = place % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + cut)]);
  };
}

interface Post extends Strange {
  path: string;
  vendor: VendorName | null;
}

async function post(server: WebhookServer, { path, vendor, bytes, isForged, sample }: Post) {
  const signing = { body: isForged ? sample : bytes, uri: server.url + path };
  const headers = vendor ? sign(vendor, signing) : { authorization: `Bearer ${isForged ? '' : TOKEN}` };
  const type = { 'content-type': 'application/json' };
  // Several times as fast as fetch, which matters ten thousand times.
  const reply = await request(server.url + path, {
    method: 'POST',
    headers: { ...type, ...headers },
    body: bytes,
  });
  const { leads = [] } = (await reply.body.json()) as { leads?: { duplicate: boolean }[] };
  return { status: reply.statusCode, body: bytes.toString().slice(0, 1_000), leads };
}

/** Leads without their first line of history, or without a card. */
async function halves({ context }: TestServer): Promise<unknown[]> {
  const { rows } = await context.db.transaction((tx) =>
    sql`select id from lead where not exists (select 1 from lead_event where lead_id = lead.id and kind = 'received')
        or (card_channel is not null and not exists (select 1 from outbox where kind = 'lead_card' and ref = lead.id))`.execute(
      tx.sql,
    ),
  );
  return rows;
}
