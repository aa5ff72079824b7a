import type { Settings } from '../../domain/team/settings.ts';
import { teamChannels } from '../../domain/team/sharing.ts';
import { DAY } from '../../domain/time/duration.ts';
import { clearTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import { recordSharing } from '../../store/team/identity.ts';
import type { Context } from '../context.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

/** Asks Slack whether a channel is shared with another company; null: it does not know the channel. Throws when it cannot be asked now. */
export type LookUpSharing = (channel: string) => Promise<boolean | null>;

/** Slack tells of changes; what was told while nobody listened is caught up with by then. */
const ASK_AGAIN_AFTER_MS = DAY;

/** New channels of the settings at once, all of them once a day. Returns how many were asked about. */
export async function watchSharing(ctx: Context, lookUp: LookUpSharing): Promise<number> {
  const due = await perform(ctx, 'tango', async ({ settings, now }) => dueAt(settings, now));
  for (const channel of due) {
    const isShared = await lookUp(channel);
    await changeSharing(ctx, { channel, isShared: isShared ?? false });
  }
  return due.length;
}

function dueAt(settings: Settings, now: number): string[] {
  const askedAt = new Map(settings.sharing.map((each) => [each.channel, each.askedAt]));
  return teamChannels(settings).filter((channel) => {
    const at = askedAt.get(channel);
    return at === undefined || Math.abs(now - at) >= ASK_AGAIN_AFTER_MS;
  });
}

interface Sharing {
  channel: string;
  isShared: boolean;
}

/** Also as Slack tells of it by itself. Managers hear once of each time that a channel of the team begins to be shared. */
export function changeSharing(ctx: Context, { channel, isShared }: Sharing): Promise<void> {
  const run = async (work: Work) => {
    const { tx, now, settings } = work;
    const channels = teamChannels(settings);
    if (!channels.includes(channel)) return;
    // Channels that are not of the team any more are forgotten.
    const others = settings.sharing.filter(
      (each) => each.channel !== channel && channels.includes(each.channel),
    );
    await recordSharing(tx, [...others, { channel, isShared, askedAt: now }], now);
    if (isShared) await tell(work, channel);
    else await clearTrouble(tx, subjectOf(channel));
  };
  return perform(ctx, 'tango', run, { locksSettings: true });
}

async function tell(work: Work, channel: string): Promise<void> {
  const subject = subjectOf(channel);
  const facts = { code: 'channel_shared', target: channel } as const;
  const trouble = { subject, code: facts.code, facts, since: work.now, probeAt: work.now };
  if (await recordTrouble(work.tx, trouble)) await tellManagers(work, subject);
}

function subjectOf(channel: string): string {
  return `shared:${channel}`;
}
