import { setTimeout as wait } from 'node:timers/promises';
import { probeWriting } from '../store/write-probe.ts';
import type { Context } from './context.ts';

/** However often somebody asks: each try is a write. One that failed is tried again sooner. */
const FRESH_MS = { good: 5_000, bad: 1_000 };
/** So long a question waits for a try under way; then it gets what the last one found. */
const ANSWER_WITHIN_MS = 50;
/** Longer than others take their turns on a busy day. */
const TRY_FOR_MS = 2_500;

/** Whether the database can be written at present. Answers at once also while the database does not. */
export function createWriteProbe(ctx: Context): () => Promise<boolean> {
  // It has been written at the start.
  let isWritable = true;
  let triedAt = Number.NEGATIVE_INFINITY;
  let trying: Promise<boolean> | null = null;
  const tryAgain = () => {
    triedAt = ctx.clock.now();
    trying ??= probe(ctx, triedAt).then((found) => {
      isWritable = found;
      trying = null;
      return found;
    });
  };
  return async () => {
    const age = Math.abs(ctx.clock.now() - triedAt);
    if (age >= (isWritable ? FRESH_MS.good : FRESH_MS.bad)) tryAgain();
    if (trying === null) return isWritable;
    return Promise.race([trying, wait(ANSWER_WITHIN_MS).then(() => isWritable)]);
  };
}

function probe({ db }: Context, at: number): Promise<boolean> {
  const work = db.transaction((tx) => probeWriting(tx, at), AbortSignal.timeout(TRY_FOR_MS));
  return work.then(
    () => true,
    // Whatever it is, a lead would meet it too.
    () => false,
  );
}
