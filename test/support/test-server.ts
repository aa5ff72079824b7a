import { onTestFinished } from 'vitest';
import { createServer, type ServerOptions } from '../../src/http/server.ts';
import type { DoorLimits } from '../../src/intake/doors/door-keeper.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { type TestContext, testContext } from './context.ts';
import { testLog } from './test-log.ts';

export const TOKEN = 'intake-token-of-the-tests';

/** For tests that send thousands of bodies while their clock stands still. */
export const UNLIMITED: DoorLimits = {
  accepted: { burst: 1e9, perSecond: 1e6 },
  refused: { burst: 1e9, perSecond: 1e6 },
};

export interface TestServer {
  url: string;
  context: TestContext;
  /** With the token, as JSON unless `headers` say otherwise. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Reply>;
  get(path: string, headers?: Record<string, string>): Promise<Reply>;
  delete(path: string): Promise<Reply>;
}

export interface Reply {
  status: number;
  headers: Headers;
  type: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: whatever came back, to be held against what was expected
  body: any;
}

/** The real server on a port of its own, over a real database; stopped when the test ends. */
export async function testServer(
  dialect: DialectName,
  changes: Partial<ServerOptions> & {
    token?: string | null;
    trustProxy?: number | string[];
    /** IANA, of the team. */
    timezone?: string;
  } = {},
): Promise<TestServer> {
  const { token = TOKEN, trustProxy, timezone = 'UTC', ...options } = changes;
  const context = await testContext(dialect, { firstStart: { timezone } });
  const server = createServer({
    config: { host: '127.0.0.1', port: 0, intakeToken: token, ...(trustProxy && { trustProxy }) },
    context,
    log: testLog(),
    isDatabaseReady: () => true,
    slackProblem: () => null,
    ...options,
  });
  const { url } = await server.listen();
  onTestFinished(() => server.close(100));
  const bearer = { authorization: `Bearer ${TOKEN}` };
  return {
    url,
    context,
    get: (path, headers = {}) => ask(url + path, { headers: { ...bearer, ...headers } }),
    delete: (path) => ask(url + path, { method: 'DELETE', headers: bearer }),
    post: (path, body, headers = {}) =>
      ask(url + path, {
        method: 'POST',
        headers: { ...bearer, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      }),
  };
}

export async function ask(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const type = response.headers.get('content-type');
  const text = await response.text();
  const body = type?.includes('json') && text !== '' ? JSON.parse(text) : text;
  return { status: response.status, headers: response.headers, type, body };
}

export async function countLeads({ db }: TestContext): Promise<number> {
  const counted = await db.transaction((tx) =>
    tx.sql
      .selectFrom('lead')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return counted.count;
}
