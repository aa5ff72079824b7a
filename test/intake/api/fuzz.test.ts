import fc from 'fast-check';
import { expect, it } from 'vitest';
import { times } from '../../support/proof.ts';
import { countLeads, type TestServer, testServer, UNLIMITED } from '../../support/test-server.ts';

const LEADS = JSON.stringify([
  {
    source: 'Webinar',
    name: 'Dana Whitfield',
    email: 'dana@harbour.example',
    receivedAt: '2026-11-17T09:30:00Z',
  },
  { source: 'Fair', company: 'Linden Clinics', phone: '+49 30 1', priority: 'hot', fields: { Seats: '40' } },
  { source: 'Web', externalId: 17, message: 'Zoë\n🚀', budget: { from: 1, to: [2, 3] } },
]);

const KEYS = [
  'source',
  'name',
  'email',
  'phone',
  'externalId',
  'message',
  'receivedAt',
  'priority',
  'fields',
  '__proto__',
];

/** Bytes changed, cut out, doubled; and JSON that is well-formed but strange. */
const bodies = fc.oneof(
  fc.tuple(fc.nat(), fc.nat(4), fc.uint8Array({ maxLength: 6 })).map(mutated),
  fc
    .array(fc.dictionary(fc.constantFrom(...KEYS), fc.jsonValue({ maxDepth: 4 })), { maxLength: 4 })
    .map(encoded),
  fc
    .array(fc.record({ source: text(), name: text(), fields: fc.dictionary(text(), fc.jsonValue()) }), {
      maxLength: 3,
    })
    .map(encoded),
  fc.json({ maxDepth: 6 }).map((json) => Buffer.from(json)),
);

// PostgreSQL refuses more text than SQLite does (NUL, broken UTF-8), so it has its share.
it.each([
  ['sqlite', times(400)],
  ['postgres', times(500)],
] as const)(
  'on %s, answers %d mutated bodies without a failure of its own, and takes each array whole or not at all',
  async (dialect, numRuns) => {
    const server = await testServer(dialect, { limits: UNLIMITED });
    const seen = new Set<number>();
    const property = fc.asyncProperty(bodies, async (body) => {
      const before = await countLeads(server.context);
      const reply = await server.post('/api/leads', new Uint8Array(body));
      seen.add(reply.status);
      expect([200, 201, 400, 413, 422]).toContain(reply.status);
      expect((await countLeads(server.context)) - before).toBe(news(reply));
    });
    await fc.assert(property, { numRuns });
    // The bodies must reach every depth, or the fuzzing says nothing.
    expect([...seen]).toEqual(expect.arrayContaining([201, 400, 422]));
  },
  times(120_000),
);

function news({ status, body }: Awaited<ReturnType<TestServer['post']>>): number {
  if (status >= 300) return 0;
  return body.leads.filter((lead: { duplicate: boolean }) => !lead.duplicate).length;
}

function mutated([place, cut, inserted]: [number, number, Uint8Array]): Buffer {
  const bytes = Buffer.from(LEADS);
  const at = place % bytes.length;
  return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + cut)]);
}

function encoded(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

function text() {
  return fc.string({ unit: 'binary', maxLength: 30 });
}
