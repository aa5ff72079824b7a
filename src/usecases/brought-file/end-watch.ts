import { broughtFile } from '../../domain/announcements/team.ts';
import type { SheetWatchId } from '../../domain/brought-file/brought-file.ts';
import { listFilesOfWatch } from '../../store/brought-file/brought-file.ts';
import { updateSheetWatch } from '../../store/brought-file/sheet-watch.ts';
import type { Work } from '../work.ts';

/** So many of its messages say so: whoever scrolls further up does not look for what holds. */
const REDRAWN = 20;

/** A step of all that end one: its messages say that it is looked at no more. */
export async function endWatch(work: Work, id: SheetWatchId): Promise<void> {
  await updateSheetWatch(work.tx, id, { endedAt: work.now });
  for (const file of await listFilesOfWatch(work.tx, id, REDRAWN))
    await work.announceAgain(broughtFile(file));
}
