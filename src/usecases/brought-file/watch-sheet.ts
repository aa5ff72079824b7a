/** Google Sheets that are looked at every day, since whoever brought them wants so. */
import { broughtFile } from '../../domain/announcements/team.ts';
import {
  type BroughtFile,
  type BroughtFileId,
  isPending,
  type SheetWatchId,
} from '../../domain/brought-file/brought-file.ts';
import { mayBring } from '../../domain/brought-file/brought-file-rules.ts';
import { isAskedAgain, isSheet } from '../../domain/brought-file/sheet-watch.ts';
import { refuse } from '../../domain/refusals.ts';
import { DAY } from '../../domain/time/duration.ts';
import {
  insertBroughtFile,
  listFilesOfWatch,
  updateBroughtFile,
} from '../../store/brought-file/brought-file.ts';
import {
  findSheetWatch,
  insertSheetWatch,
  listDueWatches,
  lockSheetWatch,
  updateSheetWatch,
} from '../../store/brought-file/sheet-watch.ts';
import type { Context } from '../context.ts';
import { perform, type Work } from '../work.ts';
import { type Decision, decide } from './decide-file.ts';
import { endWatch } from './end-watch.ts';

/** From tomorrow on, at this time of the day, read as it was read now. Throws `brought_file_decided` for what is no sheet, or was not imported. */
export function watchSheet(ctx: Context, decision: Decision): Promise<void> {
  return decide(
    ctx,
    decision,
    async (work, file) => {
      if (!isSheet(file) || !file.look) throw refuse('brought_file_decided');
      if (file.watchId && (await isOn(work, file.watchId))) return;
      const id = work.newId('watch') as SheetWatchId;
      const { person, channel, fileId, name } = file;
      await insertSheetWatch(work.tx, {
        ...{ id, person, channel, fileId, name },
        wish: { ...file.wish, noun: file.look.noun },
        ...{ nextAt: work.now + DAY, createdAt: work.now, endedAt: null },
      });
      await updateBroughtFile(work.tx, file.id, { watchId: id });
    },
    ['done'],
  );
}

/** What came in stays. */
export function endSheetWatch(ctx: Context, decision: Decision): Promise<void> {
  return decide(
    ctx,
    decision,
    async (work, { watchId }) => {
      if (watchId) await endWatch(work, watchId);
    },
    ['done', 'shown', 'failed', 'undone'],
  );
}

async function isOn({ tx }: Work, id: SheetWatchId): Promise<boolean> {
  return (await findSheetWatch(tx, id))?.endedAt === null;
}

/** Brings those that are due, to be looked at like any file. What nobody has answered about one is asked again after a week. Answers how many. */
export async function bringWatched(ctx: Context): Promise<number> {
  const due = await ctx.db.transaction((tx) => listDueWatches(tx, ctx.clock.now()));
  let brought = 0;
  for (const id of due) if (await perform(ctx, 'tango', (work) => bringOne(work, id))) brought += 1;
  return brought;
}

async function bringOne(work: Work, id: SheetWatchId): Promise<boolean> {
  const { tx, now, settings } = work;
  const watch = await lockSheetWatch(tx, id);
  if (!watch || watch.endedAt !== null || watch.nextAt > now) return false;
  if (!mayBring(settings, watch.person, watch.wish.noun)) {
    await endWatch(work, id);
    return false;
  }
  // A machine that slept for a week looks once.
  const missed = Math.floor((now - watch.nextAt) / DAY);
  await updateSheetWatch(tx, id, { nextAt: watch.nextAt + (missed + 1) * DAY });
  const [last] = await listFilesOfWatch(tx, id, 1);
  const isWaiting = last !== undefined && isPending(last);
  if (isWaiting && !isAskedAgain(last, now)) return false;
  if (isWaiting) {
    await updateBroughtFile(tx, last.id, { state: 'replaced' });
    await work.announce(broughtFile(last));
  }
  const { person, channel, fileId, name } = watch;
  // What was answered of it so far need not be said again.
  const { wish } = isWaiting ? last : watch;
  const file: BroughtFile = {
    ...{ id: work.newId('file') as BroughtFileId, person, channel, ts: `${id}-${now}`, fileId, name },
    ...{ state: 'waiting', wish, watchId: id, look: null, hash: null, problem: null, importIds: [] },
    ...{ rowsDone: 0, outcome: null, attempts: 0, nextAttemptAt: now, createdAt: now },
  };
  return insertBroughtFile(tx, file);
}
