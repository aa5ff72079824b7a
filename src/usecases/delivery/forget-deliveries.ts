import { dayIn } from '../../domain/time/day.ts';
import { DAY } from '../../domain/time/duration.ts';
import { deleteOldFiles } from '../../store/brought-file/brought-file.ts';
import { deleteOldDoorCounts } from '../../store/delivery/door-count.ts';
import { deleteOldKeys } from '../../store/delivery/idempotency.ts';
import { deleteOldPrivateAnswers } from '../../store/delivery/private-answer.ts';
import type { Context } from '../context.ts';

/** Nobody repeats a call after so long. */
const KEPT = 30 * DAY;
const COUNTS_KEPT = 90 * DAY;
/** What a person was told may name others. */
const ANSWERS_KEPT = 7 * DAY;
/** What a file held is known by then, and Slack has the file. */
const FILES_KEPT = 90 * DAY;

/** Drops idempotency keys and private answers that have served, old counts of what was refused, and files that were brought long ago; returns how many keys. */
export function forgetDeliveries(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await deleteOldDoorCounts(tx, dayIn('UTC', now - COUNTS_KEPT));
    await deleteOldPrivateAnswers(tx, now - ANSWERS_KEPT);
    await deleteOldFiles(tx, now - FILES_KEPT);
    return deleteOldKeys(tx, now - KEPT);
  });
}
