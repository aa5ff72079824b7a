import type { Settings } from '../../domain/team/settings.ts';
import { teamChannels } from '../../domain/team/sharing.ts';
import { renameRequestChannel } from '../../store/insight/request.ts';
import { renameCardChannel } from '../../store/lead/card.ts';
import { renameChannel } from '../../store/outbox/repost.ts';
import { clearTrouble, destinationSubject, findTrouble, recordTrouble } from '../../store/outbox/trouble.ts';
import { renameStoryTarget } from '../../store/story/story.ts';
import { findAppliedRules, recordAppliedRules } from '../../store/team/applied-rules.ts';
import { updateSettings } from '../../store/team/settings.ts';
import type { Context } from '../context.ts';
import { tellManagers } from '../outbox/tell-managers.ts';
import { perform, type Work } from '../work.ts';

interface Loss {
  channel: string;
  /** As Slack would refuse a message there. */
  word: 'is_archived' | 'channel_not_found' | 'not_in_channel';
}

/** So soon it is tried whether it is true. */
const PROBE_AFTER_MS = 60_000;

/** A channel of the team can be posted to no longer: the managers hear of it before something has to wait. */
export function loseChannel(ctx: Context, { channel, word }: Loss): Promise<void> {
  return perform(ctx, 'tango', async (work) => {
    if (!teamChannels(work.settings).includes(channel)) return;
    const subject = destinationSubject(channel);
    const facts = { code: 'destination_refused', target: channel, word } as const;
    const trouble = { subject, code: word, facts, since: work.now, probeAt: work.now + PROBE_AFTER_MS };
    if (await recordTrouble(work.tx, trouble)) await tellManagers(work, subject);
  });
}

/** It can be posted to again, as far as that was in the way. */
export function regainChannel(
  ctx: Context,
  { channel, words }: { channel: string; words: readonly Loss['word'][] },
): Promise<void> {
  return perform(ctx, 'tango', async ({ tx }) => {
    const subject = destinationSubject(channel);
    const trouble = await findTrouble(tx, subject);
    if (trouble && words.some((word) => word === trouble.code)) await clearTrouble(tx, subject);
  });
}

interface Renaming {
  from: string;
  to: string;
}

/** Slack calls the channel otherwise from now on. Nothing has moved: all that stands there stands there still, and is edited there. */
export function renameEverywhere(ctx: Context, { from, to }: Renaming): Promise<void> {
  const run = async (work: Work) => {
    const { tx, settings, now } = work;
    if (!teamChannels(settings).includes(from)) return;
    await updateSettings(tx, renamed(settings, { from, to }), { before: settings, by: 'tango', at: now });
    await renameChannel(tx, from, to);
    await renameCardChannel(tx, from, to);
    await renameRequestChannel(tx, from, to);
    await renameStoryTarget(tx, from, to);
    await clearTrouble(tx, destinationSubject(from));
    const applied = await findAppliedRules(tx, 'places_followed');
    if (applied)
      await recordAppliedRules(tx, 'places_followed', { rules: applied.replaceAll(from, to), now });
  };
  return perform(ctx, 'tango', run, { locksSettings: true });
}

function renamed(settings: Settings, { from, to }: Renaming): Settings {
  const other = (channel: string | null) => (channel === from ? to : channel);
  return {
    ...settings,
    leadsChannel: other(settings.leadsChannel),
    fieldChannel: other(settings.fieldChannel),
    marketingChannel: other(settings.marketingChannel),
    scorecardChannel: other(settings.scorecardChannel),
    sharing: settings.sharing.map((each) => (each.channel === from ? { ...each, channel: to } : each)),
  };
}
