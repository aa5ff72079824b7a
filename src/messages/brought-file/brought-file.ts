import type { RefOf } from '../../domain/announcement.ts';
import { refuseFile } from '../../domain/brought-file/brought-file-rules.ts';
import { broughtFileMessage } from '../../slack/views/brought-file/brought-file-message.ts';
import type { MessageView } from '../../slack/views/kit/message-view.ts';
import { findBroughtFile, findSameFile } from '../../store/brought-file/brought-file.ts';
import { findSheetWatch } from '../../store/brought-file/sheet-watch.ts';
import type { TeamReading } from '../reading.ts';

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
  });
}
