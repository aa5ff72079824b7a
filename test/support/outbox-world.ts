import { onTestFinished } from 'vitest';
import { startEmulator } from '../../emulator/start-emulator.ts';
import type { Announcement, MessageKey } from '../../src/domain/announcement.ts';
import { createLogger } from '../../src/logger.ts';
import type { Alert } from '../../src/outbox/alert.ts';
import { Outbox } from '../../src/outbox/loop.ts';
import type { Rendered } from '../../src/outbox/rendered.ts';
import type { Sender } from '../../src/outbox/sender.ts';
import type { SendingDeps } from '../../src/outbox/sending.ts';
import { DEFAULT_TIMINGS, type OutboxTimings } from '../../src/outbox/timings.ts';
import { createOutboxClient } from '../../src/slack/client.ts';
import { section } from '../../src/slack/views/kit/blocks.ts';
import type { DialectName } from '../../src/store/dialects.ts';
import { enqueue } from '../../src/store/outbox/enqueue.ts';
import { testContext } from './context.ts';

/** Saturday, 21 November 2026, noon UTC. */
export const NOON = Date.UTC(2026, 10, 21, 12);

const still = { everyMs: 0, burst: 1 };

/** For tests in which time stands still and pace is not the question. */
export const UNPACED: OutboxTimings = {
  ...DEFAULT_TIMINGS,
  channel: 0,
  rates: { posts: still, edits: still, homes: still, reads: still },
};

interface WorldOptions {
  timings?: OutboxTimings;
  /** Slack's rate limits, by the world's clock. */
  pace?: boolean;
  timeoutMs?: number;
}

export type OutboxWorld = Awaited<ReturnType<typeof outboxWorld>>;

/** A database, a workspace and an outbox between them, on one clock that stands until it is moved. */
export async function outboxWorld(dialect: DialectName, options: WorldOptions = {}) {
  const context = await testContext(dialect, { startAt: NOON });
  const { db, clock, newId } = context;
  const emulator = await startEmulator({ mode: 'http', clock, limits: { pace: options.pace ?? false } });
  onTestFinished(() => emulator.stop());

  /** What the renderers say about a ref; null: nothing left to say. */
  const words = new Map<string, string | null | (() => Rendered)>();
  const alerts: Alert[] = [];
  const lost: string[] = [];
  const sender: Sender = createOutboxClient({
    token: emulator.tokens.bot,
    apiUrl: emulator.apiUrl,
    timeoutMs: options.timeoutMs ?? 10_000,
    logger: createLogger('silent'),
  });
  const deps: SendingDeps = {
    db,
    sender,
    render: rendererOf(words),
    clock,
    newId,
    timings: options.timings ?? UNPACED,
    jitter: () => 0,
    logger: createLogger('silent'),
    onAlert: async (_tx, alert) => void alerts.push(alert),
    isLeft: async () => false,
    onLost: async (_tx, key) => void lost.push(key),
  };
  const outbox = new Outbox(deps);

  return {
    ...context,
    emulator,
    deps,
    outbox,
    sender,
    alerts,
    lost,
    words,
    /** Another process on the same database. */
    worker: (change: Partial<SendingDeps> = {}) => new Outbox({ ...deps, ...change }),
    announce: (...announcements: Announcement[]) =>
      db.transaction(async (tx) => {
        for (const one of announcements) await enqueue(tx, one, { id: newId('outbox'), now: clock.now() });
      }),
    drain: () => outbox.drain(clock.now()),
    /** Moves the clock in steps and sends what falls due on the way. */
    pass: async (ms: number, step = ms) => {
      for (let passed = 0; passed < ms; passed += step) {
        clock.moveTo(clock.now() + step);
        await outbox.drain(clock.now());
      }
    },
    /** The texts that people see in a channel, oldest first; replies are indented. */
    said: (channel: string) =>
      emulator.workspace.messages.in(channel).map((message) => (message.threadTs ? '  ' : '') + message.text),
    dm: (user: string) =>
      emulator.workspace.callsOf('chat.postMessage').flatMap(({ args, answer }) => {
        return args.channel === user && answer?.ok ? [String(args.text)] : [];
      }),
    calls: (method: string) => emulator.workspace.callsOf(method).length,
    row: (key: string) =>
      db.transaction((tx) =>
        tx.sql.selectFrom('outbox').selectAll().where('dedupeKey', '=', key).executeTakeFirstOrThrow(),
      ),
  };
}

function rendererOf(words: Map<string, string | null | (() => Rendered)>): SendingDeps['render'] {
  return async (_tx, { kind, ref }) => {
    const said = words.get(ref);
    if (said === null) return null;
    if (typeof said === 'function') return said();
    if (kind === 'home') return { home: { type: 'home', blocks: [section(said ?? `Home of ${ref}`)] } };
    return message(said ?? `About ${ref}`);
  };
}

function message(text: string): Rendered {
  return { text, blocks: [section(text)] };
}

export function card(ref: string, target = 'C_LEADS'): Announcement {
  return { kind: 'lead_card', ref, target };
}

export function line(ref: string, threadOf?: string, target = 'C_LEADS'): Announcement {
  return { kind: 'lead_line', ref, target, ...(threadOf ? { threadOf: threadOf as MessageKey } : {}) };
}

/** A sender with some of its calls replaced. */
export function altered(sender: Sender, change: Partial<Sender>): Sender {
  return { ...sender, ...change };
}
