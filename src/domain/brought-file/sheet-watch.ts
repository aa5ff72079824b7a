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

/** What becomes of a look of the day: asked about, taken by itself, or null, where there is nothing to be told that the look before did not tell. */
export function nextOfLook(
  { wish }: Pick<SheetWatch, 'wish'>,
  look: FileLook,
  before: Pick<BroughtFile, 'look' | 'outcome'> | null,
): Extract<FileState, 'shown' | 'asked'> | null {
  if (openQuestions({ look, wish }).length > 0) return 'shown';
  const told = before?.outcome?.refused ?? before?.look?.refused ?? 0;
  // Imported, the rows that are wrong now come to its person as a file.
  return hasNews(look) || look.refused > told ? 'asked' : null;
}

/** What nobody was shown yet is taken or let go by itself. */
export function isUnseen({ watchId, look }: Pick<BroughtFile, 'watchId' | 'look'>): boolean {
  return watchId !== null && look === null;
}
