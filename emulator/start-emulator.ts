import { Admin } from './admin.ts';
import { type Assembly, type AssemblyOptions, assemble } from './assemble.ts';
import { verifyRequestUrl } from './delivery/verify-request-url.ts';
import type { Faults } from './faults.ts';
import type { Control, PageHost } from './page-server/page-host.ts';
import { servePage } from './page-server/page-route.ts';
import { serveStatic } from './page-server/static-files.ts';
import { Hands } from './person/hands.ts';
import { serveApiCall } from './server/api-route.ts';
import { servePrivateFile, serveUpload } from './server/file-routes.ts';
import { type Listening, listen, type Route, type Serve } from './server/http-server.ts';
import { serveResponseUrl } from './server/response-url-route.ts';
import type { Tokens } from './slack.ts';
import { createWaitFor, type WaitFor } from './wait-for.ts';
import { RateLimits } from './web-api/rate-limits.ts';
import type { Workspace } from './workspace/workspace.ts';

export interface EmulatorOptions extends AssemblyOptions {
  /** 0 or left out: any free one. */
  port?: number;
  /** `pace`: Slack's rate limits, by the emulator's clock; off unless asked for. */
  limits?: { pace: boolean };
  /** Buttons of the host on the page. */
  controls?: Control[];
  /** What the page tells a newcomer to try. */
  guide?: PageHost['guide'];
}

export interface Emulator {
  /** SLACK_API_URL of the bot. */
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly tokens: Tokens;
  readonly workspace: Workspace;
  readonly faults: Faults;
  /** What no person's hands can do: archive, invite, deactivate… */
  readonly admin: Admin;
  as(user: string): Hands;
  /** HTTP mode: where commands, clicks and events go. */
  setRequestUrl(url: string): void;
  /** The handshake of the app's settings page; false where the bot does not echo the challenge. */
  verifyRequestUrl(): Promise<boolean>;
  /** Is the bot reachable: a socket is open, or the request URL answered last. */
  isBotConnected(): boolean;
  /** How many connections of Socket Mode are open. */
  openSockets(): number;
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
  let url = '';
  const parts = assemble(options, () => url);
  const server = await listen({
    port: options.port ?? 0,
    upgrade: (...request) => parts.sockets.upgrade(...request),
    routes: routesOf(parts, options),
  });
  url = server.url;
  return emulatorOf(parts, server);
}

function routesOf({ slack, faults }: Assembly, options: EmulatorOptions): Route[] {
  const limits = options.limits?.pace === true ? { limits: new RateLimits(slack.clock) } : {};
  const host = { slack, faults, controls: options.controls ?? [], guide: options.guide ?? null };
  // An outage is between Slack and the bot; the page stays open to look at it.
  const toBot = (prefix: string, serve: Serve): Route => ({
    prefix,
    serve: (request, response) => (faults.isOut ? void request.destroy() : serve(request, response)),
  });
  return [
    toBot('/api/', (...exchange) => serveApiCall({ slack, faults, ...limits }, ...exchange)),
    toBot('/upload/', (...exchange) => serveUpload(slack, ...exchange)),
    toBot('/files-pri/', (...exchange) => servePrivateFile(slack, ...exchange)),
    toBot('/actions/', (...exchange) => serveResponseUrl({ slack, faults }, ...exchange)),
    { prefix: '/page/api/', serve: (...exchange) => servePage(host, ...exchange) },
    { prefix: '/', serve: serveStatic },
  ];
}

function emulatorOf(
  { slack, faults, http, sockets, schedule, inFlight }: Assembly,
  server: Listening,
): Emulator {
  const waitFor = createWaitFor(slack.changes);
  return {
    apiUrl: `${server.url}api/`,
    pageUrl: server.url,
    tokens: slack.tokens,
    workspace: slack.workspace,
    faults,
    admin: new Admin(slack),
    waitFor,
    as: (user) => new Hands(slack, user, waitFor),
    setRequestUrl: http.setRequestUrl,
    verifyRequestUrl: () => verifyRequestUrl(slack),
    isBotConnected: slack.bot.isConnected,
    openSockets: () => sockets.openSockets,
    clockMoved: () => {
      schedule.runDue();
      slack.changes.announce({ kind: 'clock', now: slack.clock.now() });
    },
    settled: () => inFlight.idle(),
    stop: async () => {
      schedule.stop();
      sockets.stop();
      await server.close();
    },
  };
}
