import { createChanges } from './changes.ts';
import { createClock, type TimeSource } from './clock.ts';
import { createBotLine } from './delivery/bot-line.ts';
import { createEventStream } from './delivery/event-stream.ts';
import { createHttpTransport, type HttpTransport } from './delivery/http-transport.ts';
import { InFlight } from './delivery/in-flight.ts';
import { ResponseUrls } from './delivery/response-urls.ts';
import { SocketTransport } from './delivery/socket-transport.ts';
import { Triggers } from './delivery/triggers.ts';
import { Faults } from './faults.ts';
import { createIds, type NewId } from './ids.ts';
import { createSchedule, type Schedule } from './schedule.ts';
import type { Slack, Tokens } from './slack.ts';
import { sampleWorkspace } from './workspace/sample-workspace.ts';
import type { Seed } from './workspace/seed.ts';
import { Workspace } from './workspace/workspace.ts';

export interface AssemblyOptions {
  /** How the bot listens: a WebSocket that it opens, or signed requests to its URL. */
  mode: 'socket' | 'http';
  clock?: TimeSource;
  ids?: NewId;
  workspace?: Seed;
  requestUrl?: string;
  signingSecret?: string;
  botToken?: string;
  appToken?: string;
}

export interface Assembly {
  slack: Slack;
  faults: Faults;
  http: HttpTransport;
  sockets: SocketTransport;
  schedule: Schedule;
  inFlight: InFlight;
}

/** The only place that wires the emulator's parts; `baseUrl` is known once the server listens. */
export function assemble(options: AssemblyOptions, baseUrl: () => string): Assembly {
  const clock = options.clock ?? createClock();
  const newId = options.ids ?? createIds();
  const changes = createChanges();
  const schedule = createSchedule(clock);
  const inFlight = new InFlight();
  const workspace = new Workspace(options.workspace ?? sampleWorkspace(), clock, newId);
  const tokens = tokensOf(options);
  const http = createHttpTransport(tokens.signingSecret, options.requestUrl);
  const redraw = () => changes.announce({ kind: 'workspace' });
  const sockets = new SocketTransport({ appId: workspace.app.id, newId, onChange: redraw });
  const transport = options.mode === 'socket' ? sockets : http;
  const faults = new Faults(redraw, sockets.faults);
  const bot = createBotLine({ transport, faults, inFlight, changes });
  clock.onMove?.(() => changes.announce({ kind: 'clock', now: clock.now() }));
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
    ...(options.mode === 'socket' ? { socketUrl: () => socketUrl(baseUrl(), sockets.issueTicket()) } : {}),
  };
  return { slack, faults, http, sockets, schedule, inFlight };
}

function tokensOf(options: AssemblyOptions): Tokens {
  return {
    bot: options.botToken ?? 'xoxb-emulator',
    app: options.appToken ?? 'xapp-emulator',
    signingSecret: options.signingSecret ?? 'emulator-signing-secret',
  };
}

function socketUrl(baseUrl: string, ticket: string): string {
  return `${baseUrl.replace('http', 'ws')}link?ticket=${ticket}`;
}
