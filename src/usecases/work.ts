/**
 * The unit of work in which every use case runs: one transaction, one `now`, the settings read once. Whatever it writes and whatever it
 * announces is committed together or not at all.
 */
import type { Announcement } from '../domain/announcement.ts';
import type { Actor } from '../domain/team/actor.ts';
import type { Settings } from '../domain/team/settings.ts';
import { AppError } from '../errors.ts';
import { enqueue, enqueueAgain } from '../store/outbox/enqueue.ts';
import type { Order } from '../store/shared-commit.ts';
import { loadSettings, lockSettings } from '../store/team/settings.ts';
import type { Tx } from '../store/transaction.ts';
import type { Context, Gesture } from './context.ts';
import { recordGesture } from './delivery/gesture.ts';

export interface Work {
  readonly tx: Tx;
  /** Epoch ms; the same throughout. */
  readonly now: number;
  /** Who does it. */
  readonly by: Actor;
  /** As they were when the work began. */
  readonly settings: Settings;
  newId(kind: string): string;
  /** Whatever a person changes is kept as done by what they did; announcing does it too. What only reads may come again. */
  keepGesture(): Promise<void>;
  /** To be shown in Slack once this is committed; null stands for what has no place to be shown at. */
  announce(...announcements: readonly (Announcement | null)[]): Promise<void>;
  /** The same where it was announced before, perhaps: what was never said is not said for it. */
  announceAgain(...announcements: readonly (Announcement | null)[]): Promise<void>;
  /**
   * What to announce should the work be refused: whoever acted on something that is no longer so sees it drawn again. It runs in a
   * transaction of its own, after everything else has been rolled back.
   */
  ifRefused(redraw: Redraw): void;
}

type Redraw = (work: Work, refusal: AppError) => Promise<void>;

interface Options {
  /** Held until the end, for who is about to change them: changes come one after the other. */
  locksSettings?: boolean;
  /** `alone` for what takes long: nobody shares its commit, and clicks go first. */
  order?: Order;
}

/** Refusals of the work pass through as they are. The work waits for nothing but the database, and may be asked to begin again. */
export async function perform<T>(
  ctx: Context,
  by: Actor,
  run: (work: Work) => Promise<T>,
  { order = 'usual', ...options }: Options = {},
): Promise<T> {
  let redraws: Redraw[] = [];
  try {
    return await ctx.db.transaction(
      async (tx) => {
        // Of an attempt that lost a deadlock nothing is left.
        redraws = [];
        return run(await openWork(ctx, { tx, by, redraws, ...gestureOf(ctx), ...options }));
      },
      { order },
    );
  } catch (thrown) {
    if (thrown instanceof AppError && redraws.length > 0)
      await drawAgain(ctx, by, { redraws, refusal: thrown });
    throw thrown;
  }
}

/** A file's many rows take long. */
export function orderOf(by: Actor): Order {
  return by === 'import' ? 'alone' : 'usual';
}

/** For a transaction that is open already and belongs to somebody else: the outbox tells managers in the one that notes a trouble. */
export function joinWork(ctx: Context, tx: Tx): Promise<Work> {
  return openWork(ctx, { tx, by: 'tango', redraws: [] });
}

interface Opening extends Omit<Options, 'order'> {
  tx: Tx;
  by: Actor;
  redraws: Redraw[];
  gesture?: Gesture;
}

function gestureOf({ gesture }: Context): Pick<Opening, 'gesture'> {
  return gesture ? { gesture } : {};
}

async function openWork(ctx: Context, { tx, by, redraws, gesture, locksSettings }: Opening): Promise<Work> {
  const now = ctx.clock.now();
  let isKept = false;
  const keepGesture = async () => {
    if (gesture && !isKept) await recordGesture(tx, gesture, now);
    isKept = true;
  };
  const settings = await (locksSettings ? lockSettings : loadSettings)(tx);
  return {
    tx,
    now,
    by,
    settings,
    newId: ctx.newId,
    keepGesture,
    announce: async (...announcements) => {
      await keepGesture();
      for (const each of announcements) {
        if (each) await enqueue(tx, each, { id: ctx.newId('outbox'), now });
      }
    },
    announceAgain: async (...announcements) => {
      for (const each of announcements) if (each) await enqueueAgain(tx, each, now);
    },
    ifRefused: (redraw) => void redraws.push(redraw),
  };
}

function drawAgain(
  ctx: Context,
  by: Actor,
  { redraws, refusal }: { redraws: readonly Redraw[]; refusal: AppError },
): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    const work = await openWork(ctx, { tx, by, redraws: [] });
    for (const redraw of redraws) await redraw(work, refusal);
  });
}
