/** What the parent of a bot's process may ask of it beside signals: another time, a full disk, a run of the jobs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import type { OutboxTimings } from '../../src/outbox/timings.ts';
import type { Running } from '../../src/start.ts';
import type { Defect } from '../torture/defects/index.ts';

/** Beside its config. */
export interface BotOptions {
  /** How far its clock is ahead, in ms. */
  ahead?: number;
  timings?: Partial<OutboxTimings>;
  /** Built in on purpose, to try the judge. */
  defect?: Defect;
}

export type BotOrder =
  | { order: 'clock'; ahead: number }
  /** SQLite alone: no page more than there are. */
  | { order: 'disk'; isFull: boolean }
  | { order: 'jobs' }
  | { order: 'measure' };

/** What its process holds. */
export interface Held {
  heapBytes: number;
  /** Sockets, files, timers. */
  handles: number;
}

interface MovableClock {
  now(): number;
  ahead: number;
}

export function clockOf({ ahead = 0 }: BotOptions = {}): MovableClock {
  const clock = { ahead, now: () => Date.now() + clock.ahead };
  return clock;
}

/** Answers each order when it is done. Whoever has lost their parent ends. */
export function obeyOrders(bot: Running, clock: MovableClock): void {
  process.on('message', (order: BotOrder) => {
    void obey(bot, clock, order)
      .catch((thrown: unknown) => void process.stderr.write(`${order.order}: ${String(thrown)}\n`))
      .then((held) => process.send?.(held ?? 'done'));
  });
  process.once('disconnect', () => process.exit(1));
}

async function obey(bot: Running, clock: MovableClock, order: BotOrder): Promise<Held | null> {
  if (order.order === 'measure') return measure();
  if (order.order === 'clock') clock.ahead = order.ahead;
  else if (order.order === 'jobs') await bot.jobs.runOnce();
  else await limitPages(bot, order.isFull);
  return null;
}

/** After everything that nobody holds is gone. */
function measure(): Held {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) collect();
  return { heapBytes: process.memoryUsage().heapUsed, handles: process.getActiveResourcesInfo().length };
}

const MOST_PAGES = 4_294_967_294;

/** Of the one connection that writes. */
async function limitPages({ ctx }: Running, isFull: boolean): Promise<void> {
  await ctx.db.transaction(async ({ sql: handle }) => {
    const { rows } = await sql<{ pageCount: number }>`pragma page_count`.execute(handle);
    const most = isFull ? (rows[0]?.pageCount ?? 1) : MOST_PAGES;
    await sql`pragma max_page_count = ${sql.lit(most)}`.execute(handle);
  });
}
