/**
 * The only place that wires: config → database → use cases → Slack, outbox, jobs, HTTP. HTTP comes up before Slack does: leads are
 * taken while Slack is out of reach, and their cards follow.
 */
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { coerceError } from './errors.ts';
import { createServer } from './http/server.ts';
import { SlackDoor } from './http/slack-door.ts';
import { uuidv7From } from './ids.ts';
import { DoorCounts } from './intake/doors/door-counts.ts';
import type { DoorLimits } from './intake/doors/door-keeper.ts';
import { FetchRunner } from './intake/fetch/runner.ts';
import { FileRunner } from './intake/files/runner.ts';
import { NO_WEBHOOKS } from './intake/webhooks/settings.ts';
import { createJobRunner, type JobRunner } from './jobs/runner.ts';
import {
  accessWatch,
  doorWatch,
  groupsWatch,
  type Job,
  peopleSync,
  placeWatch,
  SCHEDULE,
  sharingWatch,
} from './jobs/schedule.ts';
import { createLogger, type Logger } from './logger.ts';
import { render } from './messages/index.ts';
import { Outbox } from './outbox/loop.ts';
import type { SendingDeps } from './outbox/sending.ts';
import { DEFAULT_TIMINGS, type OutboxTimings } from './outbox/timings.ts';
import { createAddressBook } from './slack/address-book.ts';
import { createSlackApp } from './slack/app.ts';
import { createAccessClient, createChannelsClient } from './slack/channels-client.ts';
import { type ClientOptions, createInteractiveClient, createOutboxClient } from './slack/client.ts';
import { createFilesClient } from './slack/files-client.ts';
import { createGroupsClient } from './slack/groups-client.ts';
import { registerListeners } from './slack/listeners/register.ts';
import { createPeopleClient, createPeopleDirectory, type PeopleDirectory } from './slack/people-client.ts';
import { SLACK_TIMINGS, type SlackTimings } from './slack/timings.ts';
import { Database } from './store/database.ts';
import type { Context } from './usecases/context.ts';
import { countFetchJobs } from './usecases/delivery/run-fetches.ts';
import { watchDoors } from './usecases/delivery/watch-doors.ts';
import { endLeases } from './usecases/outbox/end-leases.ts';
import { messageLost } from './usecases/outbox/message-lost.ts';
import { endDeafness, tellDeafness } from './usecases/outbox/tell-deafness.ts';
import { tellManagers } from './usecases/outbox/tell-managers.ts';
import { isLeft } from './usecases/place/is-left.ts';
import { createReadiness } from './usecases/readiness.ts';
import { SecretBox } from './usecases/secret-box.ts';
import { ensureSettings } from './usecases/team/ensure-settings.ts';
import { recordWhereWeAre } from './usecases/team/who-acts.ts';
import { joinWork } from './usecases/work.ts';

export interface StartOptions {
  clock?: Context['clock'];
  newId?: Context['newId'];
  log?: Logger;
  timings?: OutboxTimings;
  slackTimings?: SlackTimings;
  /** How often a program or a vendor may come. */
  limits?: DoorLimits;
  /** By hand: neither the outbox nor the jobs run by themselves; whoever started it drives `outbox`, `jobs` and `files`. */
  isDrivenByHand?: boolean;
}

export interface Running {
  ctx: Context;
  outbox: Outbox;
  jobs: JobRunner;
  files: FileRunner;
  /** Where HTTP listens. */
  url: string;
  /** Resolves when Slack has answered; rejects when it refuses the tokens. */
  slackStarted: Promise<void>;
  /** Resolves when nothing that came from Slack is under way: it has its acknowledgement before the work is done. */
  slackIdle(): Promise<void>;
  /** Takes nothing new, finishes what is under way, closes; within ten seconds. */
  stop(): Promise<void>;
}

/** Twice this, once for clicks and once for requests and messages under way, stays below the ten seconds of a supervisor. */
const SHUTDOWN_LIMIT_MS = 4_000;

/** For what came over HTTP while the server was closing, and whose answer has gone out already. */
const LAST_REQUESTS_MS = 500;

export async function start(config: Config, options: StartOptions = {}): Promise<Running> {
  const log = options.log ?? createLogger(config.logLevel);
  const clock = options.clock ?? systemClock;
  const db = await Database.openForBot(config.databaseUrl);
  const secrets = new SecretBox(config.tangoKey ?? null);
  const ctx: Context = { db, clock, newId: options.newId ?? uuidv7From(clock), secrets };
  db.listen('damage', () => log.error({}, 'the database is damaged: stop Tango and put the last copy back'));
  await ensureSettings(ctx, config.firstStart);
  await endLeases(ctx);

  const slack = createSlackApp(config.slack, {
    log,
    timings: options.slackTimings ?? SLACK_TIMINGS,
    hooks: slackHooks(ctx, () => outbox.tokenIsTaken()),
  });
  const client = { token: config.slack.botToken, apiUrl: config.slack.apiUrl, logger: log };
  const people = createPeopleDirectory(client);
  const publicUrl = config.webhooks?.publicUrl ?? null;
  const edge = { slack: createInteractiveClient(client), accessEnded: slack.accessEnded };
  registerListeners(slack.bolt, { ctx, ...edge, people, publicUrl, log });
  const outbox = new Outbox({
    ...ctx,
    sender: createOutboxClient(client),
    render,
    logger: log,
    timings: options.timings ?? DEFAULT_TIMINGS,
    jitter: Math.random,
    ...outboxHooks(ctx, log),
  });
  const doors = new DoorCounts({ log, clock });
  const jobList = [...SCHEDULE, placeWatch(log), ...slackJobs(client, log), doorWatch(doors)];
  const jobs = createJobRunner({ ctx, jobs: jobList, log });
  const webhooks = config.webhooks ?? NO_WEBHOOKS;
  const fetches = new FetchRunner({ ctx, settings: webhooks, log });
  const [source, findPeople] = [createFilesClient(client), createAddressBook(client, clock)];
  const files = new FileRunner({ ctx, source, findPeople, log });
  const slackDoor = slackDoorOf(config.slack);
  const slackProblem = () => slack.problem() ?? outbox.authBroken ?? slackDoor?.problem() ?? null;
  const server = createServer({
    config: config.http,
    webhooks,
    doors,
    context: ctx,
    log,
    ...(options.limits && { limits: options.limits }),
    ...(slack.router && slackDoor ? { slack: slack.router, slackDoor } : {}),
    gauges: [...outboxGauges(outbox, clock), ...fetchGauges(ctx), slackGauge(slackProblem)],
    ...createReadiness(ctx),
    slackProblem,
  });
  const { url } = await server.listen();
  log.info({ url }, 'Tango takes leads; Slack is being asked');
  const slackStarted = slack.start().then(() => recordOurPlace(ctx, people, log));
  const runners = [outbox, jobs, fetches, files];
  if (!options.isDrivenByHand) {
    for (const runner of runners) runner.start();
    db.listen('places', () => void jobs.runOnce());
  }
  const stop = async () => {
    // Clicks finish first: their answers still need the socket or the server, and what they enqueue is sent after the restart.
    await slack.stop(SHUTDOWN_LIMIT_MS);
    await Promise.all([server.close(SHUTDOWN_LIMIT_MS), ...runners.map((runner) => runner.stop())]);
    await slack.stop(LAST_REQUESTS_MS);
    await countLast(ctx, doors, log);
    await db.close();
  };
  return { ctx, outbox, jobs, files, url, slackStarted, slackIdle: slack.idle, stop: once(stop) };
}

function outboxHooks(ctx: Context, log: Logger): Pick<SendingDeps, 'onAlert' | 'onLost' | 'isLeft'> {
  return {
    onAlert: async (tx, { subject, code }) => {
      log.error({ subject, code }, 'a person must mend something; `tango outbox` says what');
      await tellManagers(await joinWork(ctx, tx), subject);
    },
    onLost: async (tx, key) => messageLost(await joinWork(ctx, tx), key),
    isLeft,
  };
}

function slackJobs(client: ClientOptions, log: Logger): Job[] {
  return [
    peopleSync(createPeopleClient(client)),
    sharingWatch(createChannelsClient(client)),
    groupsWatch(createGroupsClient(client)),
    accessWatch(createAccessClient(client), log),
  ];
}

/** By the machine's clock, as Bolt reads it. */
function slackDoorOf({ mode }: Config['slack']): SlackDoor | null {
  return mode.kind === 'http'
    ? new SlackDoor({ signingSecret: mode.signingSecret, clock: systemClock })
    : null;
}

/** What was refused since the last minute began. */
async function countLast(ctx: Context, doors: DoorCounts, log: Logger): Promise<void> {
  await watchDoors(ctx, doors.take()).catch((thrown: unknown) =>
    log.warn({ err: coerceError(thrown) }, 'what was refused in the last minute is not counted'),
  );
}

/** What is not known at the first click is asked then. */
function recordOurPlace(ctx: Context, people: PeopleDirectory, log: Logger): Promise<void> {
  return recordWhereWeAre(ctx, people).catch((thrown: unknown) =>
    log.warn({ err: coerceError(thrown) }, 'our workspace was not recorded'),
  );
}

function slackHooks(ctx: Context, onTokenTaken: () => Promise<void>) {
  return {
    onDeaf: (code: string) => tellDeafness(ctx, code),
    onHearing: () => endDeafness(ctx),
    onTokenTaken,
  };
}

function outboxGauges(outbox: Outbox, clock: Context['clock']) {
  const health = () => outbox.health(clock.now());
  return [
    {
      name: 'tango_outbox_oldest_seconds',
      help: 'How long the oldest message has been waiting to leave',
      read: async () => ((await health()).oldestDueAge ?? 0) / 1000,
    },
    {
      name: 'tango_outbox_oldest_live_seconds',
      help: 'How long the oldest lead that came by itself has been waiting to be posted',
      read: async () => ((await health()).oldestLiveAge ?? 0) / 1000,
    },
    {
      name: 'tango_outbox_paused_seconds',
      help: 'The longest pause that Slack has asked for; see `tango outbox`',
      read: async () => (await health()).pausedMs / 1000,
    },
    {
      name: 'tango_outbox_failed',
      help: 'Messages that were given up; see `tango outbox`',
      read: async () => (await health()).counts.failed ?? 0,
    },
  ];
}

function slackGauge(problem: () => string | null) {
  return {
    name: 'tango_slack_connected',
    help: '1 while Slack takes our tokens and reaches us',
    read: () => (problem() === null ? 1 : 0),
  };
}

function fetchGauges(ctx: Context) {
  const counts = () => countFetchJobs(ctx);
  return [
    {
      name: 'tango_fetch_open',
      help: 'Leads that a vendor named by an id alone and that are not fetched yet',
      read: async () => {
        const { pending, waiting_for_token: waiting } = await counts();
        return pending + waiting;
      },
    },
    {
      name: 'tango_fetch_waiting_for_token',
      help: 'Those of them that wait for a token that the vendor takes',
      read: async () => (await counts()).waiting_for_token,
    },
    {
      name: 'tango_fetch_failed',
      help: 'Leads that could not be fetched and were given up',
      read: async () => (await counts()).failed,
    },
  ];
}

/** Several signals, one shutdown. */
function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= work();
    return running;
  };
}
