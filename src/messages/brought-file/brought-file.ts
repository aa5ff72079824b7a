import type { RefOf } from '../../domain/announcement.ts';
import { refuseFile } from '../../domain/brought-file/brought-file-rules.ts';
import { daysWaited } from '../../domain/brought-file/sheet-watch.ts';
import { broughtFileMessage } from '../../slack/views/brought-file/brought-file-message.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findBroughtFile, findSameFile, listFilesOfWatch } from '../../store/brought-file/brought-file.ts';
import { findSheetWatch } from '../../store/brought-file/sheet-watch.ts';
import type { TeamReading } from '../reading.ts';

/** It asks once a week. */
const ALL_OF_A_YEAR = 53;

export async function renderBroughtFile(
  { tx, settings }: TeamReading,
  { id }: RefOf<'brought_file'>,
): Promise<MessageView | null> {
  const file = await findBroughtFile(tx, id);
  if (!file) return null;
  const same = file.hash === null ? null : await findSameFile(tx, { id, hash: file.hash });
  const { refusal } = refuseFile(settings, null);
  const watch = file.watchId && (await findSheetWatch(tx, file.watchId));
  return broughtFileMessage({
    ...{ file, before: same?.createdAt ?? null, timezone: settings.timezone, refusal },
    isWatched: watch ? watch.endedAt === null : false,
    daysWaited: watch ? daysWaited(file, await listFilesOfWatch(tx, watch.id, ALL_OF_A_YEAR)) : 0,
  });
}
