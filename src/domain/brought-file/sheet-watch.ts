/**
 * A Google Sheet that is looked at every day, since whoever brought it wants so. It is read as it was read the first time; what is new comes in by
 * itself, and its person is told. Where nothing is new nobody hears of it. What the sheet leaves open is asked as of any file; one that cannot be
 * read any more is told once, and looked at no more. A question that nobody answers for a week is asked once more, with all that is new by then; so is one
 * that was let go.
 *
 * Made and ended by usecases/brought-file/watch-sheet; stored by store/brought-file/sheet-watch.
 */
import type { PersonId } from '../team/actor.ts';
import { DAY } from '../time/duration.ts';
import {
  type BroughtFile,
  type FileLook,
  type FileState,
  hasNews,
  openQuestions,
  type SheetWatchId,
} from './brought-file.ts';

export interface SheetWatch extends Pick<BroughtFile, 'channel' | 'fileId' | 'name' | 'wish'> {
  id: SheetWatchId;
  person: PersonId;
  /** Epoch ms. */
  nextAt: number;
  createdAt: number;
  endedAt: number | null;
}

/** Files of Slack are known by an id, sheets by their address. */
export function isSheet({ fileId }: Pick<BroughtFile, 'fileId'>): boolean {
  return fileId.startsWith('https://');
}

/** A sheet asks its person once in so long. */
const ASKED_AGAIN = 7 * DAY;

/** What it asks is due once more, though nobody has answered it. */
export function isAskedAgain(
  { state, createdAt }: Pick<BroughtFile, 'state' | 'createdAt'>,
  now: number,
): boolean {
  return state === 'shown' && now - createdAt >= ASKED_AGAIN;
}

/** For how many days a question has waited; `files`: all that was told of its sheet, the latest first. */
export function daysWaited(
  { id, createdAt }: Pick<BroughtFile, 'id' | 'createdAt'>,
  files: readonly Pick<BroughtFile, 'id' | 'state' | 'createdAt'>[],
): number {
  const before = files.slice(files.findIndex((file) => file.id === id) + 1);
  const end = before.findIndex(({ state }) => state !== 'replaced');
  const first = before.slice(0, end === -1 ? before.length : end).at(-1);
  return first ? Math.floor((createdAt - first.createdAt) / DAY) : 0;
}

/** What becomes of a look of the day: asked about, taken by itself, or null, where there is nothing to be told that the look before did not tell. */
export function nextOfLook(
  { wish, createdAt }: Pick<BroughtFile, 'wish' | 'createdAt'>,
  look: FileLook,
  before: Pick<BroughtFile, 'look' | 'outcome' | 'state' | 'createdAt'> | null,
): Extract<FileState, 'shown' | 'asked'> | null {
  if (openQuestions({ look, wish }).length > 0) {
    const isLetGo = before?.state === 'cancelled' && createdAt - before.createdAt < ASKED_AGAIN;
    return isLetGo ? null : 'shown';
  }
  const told = before?.outcome?.refused ?? before?.look?.refused ?? 0;
  // Imported, the rows that are wrong now come to its person as a file.
  return hasNews(look) || look.refused > told ? 'asked' : null;
}

/** What nobody was shown yet is taken or let go by itself. */
export function isUnseen({ watchId, look }: Pick<BroughtFile, 'watchId' | 'look'>): boolean {
  return watchId !== null && look === null;
}
