/**
 * A Google Sheet that is looked at every day, since whoever brought it wants so. It is read as it was read the first time; what is new comes in by
 * itself, and its person is told. Where nothing is new nobody hears of it. What the sheet leaves open is asked as of any file; one that cannot be
 * read any more is told once, and looked at no more.
 *
 * Made and ended by usecases/brought-file/watch-sheet; stored by store/brought-file/sheet-watch.
 */
import type { PersonId } from '../team/actor.ts';
import {
  type BroughtFile,
  type FileLook,
  type FileState,
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

/** What becomes of a look of the day: asked about, taken by itself, or null, where there is nothing to be told. */
export function nextOfLook(
  { wish }: Pick<SheetWatch, 'wish'>,
  look: FileLook,
): Extract<FileState, 'shown' | 'asked'> | null {
  if (openQuestions({ look, wish }).length > 0) return 'shown';
  return look.fit + look.updated > 0 ? 'asked' : null;
}
