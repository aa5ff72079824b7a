import { createChanges } from './changes.ts';
import { createClock, type TimeSource } from './clock.ts';
import { createBotLine } from './delivery/bot-line.ts';
import { createEventStream } from './delivery/event-stream.ts';
import { createHttpTransport } from './delivery/http-transport.ts';
import { InFlight } from './delivery/in-flight.ts';
import { ResponseUrls } from './delivery/response-urls.ts';
import { createSocketTransport } from './delivery/socket-transport.ts';
import { Triggers } from './delivery/triggers.ts';
import { Faults } from './faults.ts';
import { createIds, type NewId } from './ids.ts';
import { Hands } from './person/hands.ts';
import { createSchedule } from './schedule.ts';
import { serveApiCall } from './server/api-route.ts';
import { servePrivateFile, serveUpload } from './server/file-routes.ts';
import { listen } from './server/http-server.ts';
import { serveResponseUrl } from './server/response-url-route.ts';
import type { Slack, Tokens } from './slack.ts';
import { createWaitFor, type WaitFor } from './wait-for.ts';
import { RateLimits } from './web-api/rate-limits.ts';
import { sampleWorkspace } from './workspace/sample-workspace.ts';
import type { Seed } from './workspace/seed.ts';
import { Workspace } from './workspace/workspace.ts';

export interface EmulatorOptions {
  /** 0 or left out: any free one. */
  port?: number;
  /** How the bot listens: a WebSocket that it opens, or signed requests to its URL. */
  mode: 'socket' | 'http';
  clock?: TimeSource;
  ids?: NewId;
  workspace?: Seed;
  /** `pace`: Slack's rate limits, by the emulator's clock; off unless asked for. */
  limits?: { pace: boolean };
  requestUrl?: string;
  signingSecret?: string;
  botToken?: string;
  appToken?: string;
}

export interface Emulator {
  /** SLACK_API_URL of the bot. */
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly tokens: Tokens;
  readonly workspace: Workspace;
  readonly faults: Faults;
  /** What a test changes in the workspace by other means than a person's hands. */
  readonly slack: Slack;
  as(user: string): Hands;
  /** HTTP mode: where commands, clicks and events go. */
  setRequestUrl(url: string): void;
  /** Is the bot reachable: a socket is open, or the request URL answered last. */
  isBotConnected(): boolean;
  /** For a clock that does not say itself that it was moved: runs what is due by it. */
  clockMoved(): void;
  /** Resolves when no delivery to the bot is under way. */
  settled(): Promise<void>;
  /** Resolves when the predicate holds, looked at on every change; rejects after a time limit. */
  waitFor: WaitFor;
  stop(): Promise<void>;
}

/** A Slack workspace in a box, on its own port. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const clock = options.clock ?? createClock();
  const newId = options.ids ?? createIds();
  const changes = createChanges();
  const schedule = createSchedule(clock);
  const inFlight = new InFlight();
  const workspace = new Workspace(options.workspace ?? sampleWorkspace(), clock, newId);
  const tokens = tokensOf(options);
  const http = createHttpTransport({ ...tokens, ...pick(options, 'requestUrl') });
  const sockets = createSocketTransport({
    appId: workspace.app.id,
    newId,
    onChange: () => changes.announce({ kind: 'workspace' }),
  });
  const transport = options.mode === 'socket' ? sockets : http;
  const faults = new Faults(() => changes.announce({ kind: 'workspace' }), sockets);
  const bot = createBotLine({ transport, faults, inFlight, changes });
  let url = '';
  const baseUrl = () => url;
  const slack: Slack = {
    workspace,
    clock,
    newId,
    changes,
    bot,
    tokens,
    baseUrl,
    events: createEventStream({ workspace, bot, clock, schedule, faults, newId }),
    triggers: new Triggers(clock, newId),
    responseUrls: new ResponseUrls({ clock, newId, base: baseUrl }),
    ...(options.mode === 'socket'
      ? { socketUrl: () => `${url.replace('http', 'ws')}link?ticket=${sockets.issueTicket()}` }
      : {}),
  };
  const limits = options.limits?.pace === true ? { limits: new RateLimits(clock) } : {};
  const server = await listen({
    port: options.port ?? 0,
    upgrade: sockets.upgrade,
    routes: [
      { prefix: '/api/', serve: (...exchange) => serveApiCall({ slack, faults, ...limits }, ...exchange) },
      { prefix: '/upload/', serve: (...exchange) => serveUpload(slack, ...exchange) },
      { prefix: '/files-pri/', serve: (...exchange) => servePrivateFile(slack, ...exchange) },
      { prefix: '/actions/', serve: (...exchange) => serveResponseUrl(slack, ...exchange) },
    ],
  });
  url = server.url;
  const waitFor = createWaitFor(changes);
  return {
    apiUrl: `${url}api/`,
    pageUrl: url,
    tokens,
    workspace,
    faults,
    slack,
    waitFor,
    as: (user) => new Hands(slack, user, waitFor),
    setRequestUrl: http.setRequestUrl,
    isBotConnected: bot.isConnected,
    clockMoved: schedule.runDue,
    settled: () => inFlight.idle(),
    stop: async () => {
      schedule.stop();
      sockets.stop();
      await server.close();
    },
  };
}

function tokensOf(options: EmulatorOptions): Tokens {
  return {
    bot: options.botToken ?? 'xoxb-emulator',
    app: options.appToken ?? 'xapp-emulator',
    signingSecret: options.signingSecret ?? 'emulator-signing-secret',
  };
}

function pick<T, K extends keyof T>(from: T, key: K): Partial<Pick<T, K>> {
  return from[key] === undefined ? {} : ({ [key]: from[key] } as Pick<T, K>);
}
