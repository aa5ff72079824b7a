/** What the parent of a bot's process may ask of it beside signals: another time, a full disk, a run of the jobs. */
import { sql } from 'kysely';
import type { Running } from '../../src/main.ts';
import type { OutboxTimings } from '../../src/outbox/timings.ts';
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
  | { order: 'jobs' };

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
      .catch((thrown: unknown) => process.stderr.write(`${order.order}: ${String(thrown)}\n`))
      .then(() => process.send?.('done'));
  });
  process.once('disconnect', () => process.exit(1));
}

async function obey(bot: Running, clock: MovableClock, order: BotOrder): Promise<void> {
  if (order.order === 'clock') clock.ahead = order.ahead;
  else if (order.order === 'jobs') await bot.jobs.runOnce();
  else await limitPages(bot, order.isFull);
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
