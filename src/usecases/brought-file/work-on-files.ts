/** What the runner does with files that people brought, step by step. */

import { messageKey } from '../../domain/announcement.ts';
import { broughtFile } from '../../domain/announcements/team.ts';
import type {
  BroughtFile,
  BroughtFileId,
  FileLook,
  FileOutcome,
  SheetWatchId,
} from '../../domain/brought-file/brought-file.ts';
import { isUnseen, nextOfLook } from '../../domain/brought-file/sheet-watch.ts';
import type { ImportId } from '../../domain/import/import.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { MINUTE } from '../../domain/time/duration.ts';
import {
  deleteBroughtFile,
  type FileChanges,
  findBroughtFile,
  leaseBroughtFile,
  listFilesOfWatch,
  updateBroughtFile,
} from '../../store/brought-file/brought-file.ts';
import { findSheetWatch, updateSheetWatch } from '../../store/brought-file/sheet-watch.ts';
import { findImport } from '../../store/import/import.ts';
import { findPostedMessage, type PostedMessage } from '../../store/outbox/posted-message.ts';
import type { Context } from '../context.ts';
import { viewSettings } from '../team/load-settings.ts';
import { perform, type Work } from '../work.ts';
import { endWatch } from './end-watch.ts';

const LEASE = 2 * MINUTE;

/** Null: nothing waits. */
export function leaseFile(ctx: Context): Promise<BroughtFile | null> {
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => leaseBroughtFile(tx, { now, leaseUntil: now + LEASE }));
}

export function fileSettings(ctx: Context): Promise<Settings> {
  return viewSettings(ctx);
}

/** Where its message stands, so that a file can be put below it. */
export function findFileMessage(ctx: Context, id: BroughtFileId): Promise<PostedMessage | null> {
  return ctx.db.transaction((tx) => findPostedMessage(tx, messageKey('brought_file', { id })));
}

export function keepLook(
  ctx: Context,
  file: BroughtFile,
  found: { look: FileLook; hash: string; name: string },
): Promise<void> {
  if (file.watchId && isUnseen(file)) return keepLookOfDay(ctx, file, { ...found, watchId: file.watchId });
  return keep(ctx, file, { ...found, state: 'shown', problem: null });
}

/** Nobody is told of a sheet in which nothing is new. */
async function keepLookOfDay(
  ctx: Context,
  file: BroughtFile,
  { watchId, ...found }: { look: FileLook; hash: string; name: string; watchId: SheetWatchId },
): Promise<void> {
  const next = await perform(ctx, 'tango', async ({ tx }) => {
    const watch = await findSheetWatch(tx, watchId);
    const before = (await listFilesOfWatch(tx, watchId, 2)).find(({ id }) => id !== file.id) ?? null;
    const next = watch?.endedAt === null ? nextOfLook(file, found.look, before) : null;
    if (next === null) await deleteBroughtFile(tx, file.id);
    return next;
  });
  if (next) await keep(ctx, file, ({ now }) => ({ ...found, ...asOf(next, now), problem: null }));
}

function asOf(state: 'shown' | 'asked', now: number): FileChanges {
  return state === 'shown' ? { state } : { state, attempts: 0, nextAttemptAt: now };
}

/** It cannot be read as it is: somebody says how, or brings another. A sheet that is looked at every day is looked at no more. */
export function keepProblem(ctx: Context, file: BroughtFile, problem: string): Promise<void> {
  return keep(ctx, file, async (work) => {
    if (file.watchId) await endWatch(work, file.watchId);
    return { state: 'failed', problem };
  });
}

export function keepProgress(ctx: Context, file: BroughtFile, rowsDone: number): Promise<void> {
  return keep(ctx, file, ({ now }) => ({ rowsDone, problem: null, nextAttemptAt: now + LEASE }));
}

/** Before its first row is taken. */
export function keepImportId(ctx: Context, { id }: BroughtFile, importId: ImportId): Promise<void> {
  return perform(ctx, 'tango', async ({ tx }) => {
    const file = await findBroughtFile(tx, id);
    if (file) await updateBroughtFile(tx, id, { importIds: [...file.importIds, importId] });
  });
}

/** What came in before it was broken off was no longer new the second time, and came by this file all the same. */
export function keepOutcome(ctx: Context, file: BroughtFile, outcome: FileOutcome): Promise<void> {
  return keep(ctx, file, async ({ tx }) => {
    const earlier = await Promise.all(file.importIds.map((id) => findImport(tx, id)));
    const taken = earlier.reduce((sum, each) => sum + (each?.taken ?? 0), 0);
    const all = {
      ...outcome,
      taken: outcome.taken + taken,
      unchanged: Math.max(outcome.unchanged - taken, 0),
    };
    // What was answered about it holds from then on.
    if (file.watchId) await updateSheetWatch(tx, file.watchId, { wish: file.wish });
    return { state: 'done', outcome: all, rowsDone: outcome.rows, problem: null };
  });
}

export function keepUndone(
  ctx: Context,
  file: BroughtFile,
  undone: { gone: number; kept: number },
): Promise<void> {
  return keep(ctx, file, { state: 'undone', ...(file.outcome && { outcome: { ...file.outcome, undone } }) });
}

/** Slack or the database did not answer: once more in a minute. */
export function tryAgain(ctx: Context, file: BroughtFile): Promise<void> {
  return keep(ctx, file, ({ now }) => ({ nextAttemptAt: now + MINUTE }));
}

/** Slack has told when it wants to be asked again: that is no attempt that failed. Its person is told why it takes so long. */
export function waitForSlack(
  ctx: Context,
  file: BroughtFile,
  { waitMs, why }: { waitMs: number; why: string },
): Promise<void> {
  return keep(ctx, file, ({ now }) => ({
    ...{ problem: why, attempts: file.attempts - 1 },
    nextAttemptAt: now + Math.min(waitMs, LONGEST_WAIT),
  }));
}

const LONGEST_WAIT = 10 * MINUTE;

/** Where somebody has decided otherwise meanwhile, their word holds. */
function keep(
  ctx: Context,
  { id, state }: BroughtFile,
  changes: FileChanges | ((work: Work) => FileChanges | Promise<FileChanges>),
): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    const file = await findBroughtFile(work.tx, id);
    if (file?.state !== state) return;
    const changed = typeof changes === 'function' ? await changes(work) : changes;
    await updateBroughtFile(work.tx, id, changed);
    // That a sheet is looked at every day is no news.
    if (!isUnseen(file) || (changed.state ?? state) !== 'waiting') await work.announce(broughtFile(file));
  });
}
