import { ANNOUNCEMENTS, type AnnouncementKind } from '../../domain/announcement.ts';
import { teamChannels } from '../../domain/team/sharing.ts';
import { loadSettings } from '../../store/team/settings.ts';
import type { Tx } from '../../store/transaction.ts';

interface Message {
  kind: AnnouncementKind;
  target: string;
  threadOf: string | null;
}

/** It belongs to one of the team's places, in a channel that is none of them any more: nobody waits for it there. */
export async function isLeft(tx: Tx, { kind, target, threadOf }: Message): Promise<boolean> {
  return (
    isOfPlace(kind, threadOf) &&
    /^[CG]/.test(target) &&
    !teamChannels(await loadSettings(tx)).includes(target)
  );
}

/** By itself, or by what it stands below. A message of somebody's is none of ours. */
function isOfPlace(kind: AnnouncementKind, threadOf: string | null): boolean {
  const parent = threadOf?.split(':')[0] ?? kind;
  return parent in ANNOUNCEMENTS && 'place' in ANNOUNCEMENTS[parent as AnnouncementKind];
}
