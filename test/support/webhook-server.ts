import type { WebhookSettings } from '../../src/intake/webhooks/settings.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { ask, type Reply, type TestServer, testServer } from './test-server.ts';
import { sign, type VendorName, WEBHOOKS } from './webhooks.ts';

export interface WebhookServer extends TestServer {
  /** Signed as the vendor signs, by the test's clock; `query` belongs to the address. */
  deliver(vendor: VendorName, body: unknown, query?: string): Promise<Reply>;
  /** With the headers given and no others but the content type. */
  send(path: string, body: string | Uint8Array, headers: Record<string, string>): Promise<Reply>;
  leads(): Promise<StoredLead[]>;
  fetchJobs(): Promise<FetchJobRow[]>;
}

type StoredLead = Awaited<ReturnType<typeof storedLeads>>[number];
type FetchJobRow = Awaited<ReturnType<typeof storedJobs>>[number];

export async function webhookServer(
  dialect: DialectName = 'sqlite',
  settings: WebhookSettings = WEBHOOKS,
  changes: Parameters<typeof testServer>[1] = {},
): Promise<WebhookServer> {
  const server = await testServer(dialect, { webhooks: settings, ...changes });
  const send: WebhookServer['send'] = (path, body, headers) =>
    ask(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  return {
    ...server,
    send,
    deliver: (vendor, body, query = '') => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const path = `/intake/${vendor}${query}`;
      const signing = { body: text, at: server.context.clock.now(), uri: server.url + path };
      return send(path, text, sign(vendor, signing));
    },
    leads: () => storedLeads(server),
    fetchJobs: () => storedJobs(server),
  };
}

async function storedLeads({ context }: TestServer) {
  const rows = await context.db.transaction((tx) =>
    tx.sql.selectFrom('lead').selectAll().orderBy('id').execute(),
  );
  return rows.map((row) => ({ ...row, fields: JSON.parse(row.fields) as Record<string, string> }));
}

function storedJobs({ context }: TestServer) {
  return context.db.transaction((tx) =>
    tx.sql.selectFrom('fetchJob').selectAll().orderBy('objectId').execute(),
  );
}
