import { setTimeout as wait } from 'node:timers/promises';
import { PLACES, targetOf } from '../domain/team/place.ts';
import { longestPause } from '../store/outbox/pace.ts';
import { destinationSubject, listTroubles } from '../store/outbox/trouble.ts';
import { loadSettings } from '../store/team/settings.ts';
import type { Tx } from '../store/transaction.ts';
import { probeWriting } from '../store/write-probe.ts';
import type { Context } from './context.ts';

export interface Readiness {
  /** Whether it can be written at present. Answers at once also while the database does not. */
  isDatabaseReady(): Promise<boolean>;
  /** The first place of the team that cannot be posted to, and why, in words of ours and Slack's; null: each that is needed can be. */
  channelProblem(): string | null;
  /** How long Slack still has us wait, as it was found with the last try. */
  pausedSeconds(): number;
  /** What only a person can mend, in a word; null when there is nothing. */
  databaseProblem(): 'damaged' | null;
}

/** However often somebody asks: each try is a write. One that failed is tried again sooner. */
const FRESH_MS = { good: 5_000, bad: 1_000 };
/** So long a question waits for a try under way; then it gets what the last one found. */
const ANSWER_WITHIN_MS = 50;
/** Longer than others take their turns on a busy day. */
const TRY_FOR_MS = 2_500;

export function createReadiness(ctx: Context): Readiness {
  // It has been written at the start.
  let found: Found = { isWritable: true, pausedUntil: 0, channelProblem: null };
  let triedAt = Number.NEGATIVE_INFINITY;
  let trying: Promise<unknown> | null = null;
  const tryAgain = () => {
    triedAt = ctx.clock.now();
    trying ??= look(ctx, triedAt).then((now) => {
      found = now;
      trying = null;
    });
  };
  return {
    isDatabaseReady: async () => {
      const age = Math.abs(ctx.clock.now() - triedAt);
      if (age >= (found.isWritable ? FRESH_MS.good : FRESH_MS.bad)) tryAgain();
      if (trying) await Promise.race([trying, wait(ANSWER_WITHIN_MS)]);
      return found.isWritable && !ctx.db.isDamaged;
    },
    databaseProblem: () => (ctx.db.isDamaged ? 'damaged' : null),
    channelProblem: () => found.channelProblem,
    pausedSeconds: () => Math.max(0, Math.ceil((found.pausedUntil - ctx.clock.now()) / 1000)),
  };
}

interface Found {
  isWritable: boolean;
  pausedUntil: number;
  channelProblem: string | null;
}

function look({ db }: Context, now: number): Promise<Found> {
  const work = db.transaction(
    async (tx) => {
      await probeWriting(tx, now);
      const pausedUntil = now + (await longestPause(tx, now));
      return { isWritable: true, pausedUntil, channelProblem: await findChannelProblem(tx) };
    },
    { until: AbortSignal.timeout(TRY_FOR_MS) },
  );
  // Whatever it is, a lead would meet it too.
  return work.catch(() => ({ isWritable: false, pausedUntil: 0, channelProblem: null }));
}

/** Leads need a channel; the other places only once one is named. */
async function findChannelProblem(tx: Tx): Promise<string | null> {
  const settings = await loadSettings(tx);
  if (settings.leadsChannel === null) return 'leads: no_channel';
  const troubles = await listTroubles(tx);
  for (const place of PLACES) {
    const refused = troubles.find(({ subject }) => subject === destinationSubject(targetOf(settings, place)));
    if (refused) return `${place}: ${refused.code}`;
  }
  return null;
}
