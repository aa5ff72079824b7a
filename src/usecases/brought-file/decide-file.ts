import { broughtFile } from '../../domain/announcements/team.ts';
import {
  type BroughtFile,
  type BroughtFileId,
  type FileState,
  type FileWish,
  openQuestions,
} from '../../domain/brought-file/brought-file.ts';
import { assertMayBring } from '../../domain/brought-file/brought-file-rules.ts';
import { refuse } from '../../domain/refusals.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { lockBroughtFile, updateBroughtFile } from '../../store/brought-file/brought-file.ts';
import type { Context } from '../context.ts';
import { chosenSource } from '../lead/suggest-sources.ts';
import { perform, type Work } from '../work.ts';
import { endWatch } from './end-watch.ts';

export interface Decision {
  person: PersonId;
  id: BroughtFileId;
}

/** It is imported as it was shown. What is open is answered first. */
export function importFile(ctx: Context, decision: Decision): Promise<void> {
  return decide(ctx, decision, async (work, file) => {
    assertMayBring(work.settings, decision.person, file.look?.noun ?? null);
    if (!file.look || openQuestions(file).length > 0) throw refuse('brought_file_decided');
    await updateBroughtFile(work.tx, file.id, { state: 'asked', attempts: 0, nextAttemptAt: work.now });
  });
}

/** Nothing of it is taken. */
export function cancelFile(ctx: Context, decision: Decision): Promise<void> {
  return decide(ctx, decision, (work, file) => updateBroughtFile(work.tx, file.id, { state: 'cancelled' }));
}

/** All that it brought goes again, but for what somebody has worked on. */
export function undoFile(ctx: Context, decision: Decision): Promise<void> {
  return decide(
    ctx,
    decision,
    async (work, file) => {
      // Looked at the next day, the same rows would be new once more.
      if (file.watchId) await endWatch(work, file.watchId);
      await updateBroughtFile(work.tx, file.id, {
        state: 'undo_asked',
        attempts: 0,
        nextAttemptAt: work.now,
      });
    },
    ['done'],
  );
}

/** It is to be read otherwise, and is looked at again. */
export function changeFile(ctx: Context, decision: Decision & { changes: Partial<FileWish> }): Promise<void> {
  return decide(ctx, decision, async (work, file) => {
    const wish = { ...file.wish, ...decision.changes };
    if (wish.set.source) wish.set = { ...wish.set, source: await chosenSource(work, wish.set.source) };
    assertMayBring(work.settings, decision.person, wish.noun);
    await updateBroughtFile(work.tx, file.id, { wish, ...again(work.now) });
  });
}

/** What about every row is said once. */
export function setForAll(
  ctx: Context,
  { field, value, ...decision }: Decision & { field: string; value: string },
): Promise<void> {
  return decide(ctx, decision, async (work, file) => {
    const wish = { ...file.wish, set: { ...file.wish.set, [field]: value } };
    await updateBroughtFile(work.tx, file.id, { wish, ...again(work.now) });
  });
}

function again(now: number) {
  return { state: 'waiting', problem: null, attempts: 0, nextAttemptAt: now } as const;
}

/** For the modal. */
export function viewFile(ctx: Context, decision: Decision): Promise<BroughtFile> {
  return ctx.db.transaction(async (tx) => own(await lockBroughtFile(tx, decision.id), decision.person));
}

/** Throws `brought_file_decided` where it is in another state than `from`. */
export function decide(
  ctx: Context,
  { id, person }: Decision,
  run: (work: Work, file: BroughtFile) => Promise<void>,
  from: readonly FileState[] = ['shown', 'waiting', 'failed'],
): Promise<void> {
  return perform(ctx, person, async (work) => {
    const file = own(await lockBroughtFile(work.tx, id), person);
    work.ifRefused((again) => again.announce(broughtFile(file)));
    if (!from.includes(file.state)) throw refuse('brought_file_decided');
    await run(work, file);
    await work.announce(broughtFile(file));
  });
}

function own(file: BroughtFile | null, person: PersonId): BroughtFile {
  if (!file) throw refuse('brought_file_not_found');
  if (file.person !== person) throw refuse('brought_file_not_yours');
  return file;
}
