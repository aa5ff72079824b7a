/** Everything that is heard about the team: how it works, and who its people are. */
import { updatePerson } from '../../../usecases/team/update-person.ts';
import { groupsChanged } from '../../../usecases/team/watch-groups.ts';
import { changeSharing } from '../../../usecases/team/watch-sharing.ts';
import { SETTINGS, SETTINGS_MODAL } from '../../action-ids.ts';
import { readProfile } from '../../people-client.ts';
import type { SlackEvent } from '../edge/event.ts';
import type { ListenerDeps } from '../edge/listen.ts';
import type { Listeners } from '../edge/table.ts';
import { ACCESS_EVENTS } from './access.ts';
import { CHANNEL_EVENTS } from './channels.ts';
import { onDirectMessage, onMessageOfStranger } from './messages.ts';
import { drawMenu, onAudit, onSection, openSettings, SECTION_FORMS } from './settings.ts';

export const TEAM_LISTENERS: Listeners = {
  membersOnly: true,
  clicks: { [SETTINGS.open]: openSettings, [SETTINGS.section]: onSection, [SETTINGS.audit]: onAudit },
  forms: SECTION_FORMS,
  lists: [{ callbackId: SETTINGS_MODAL.menu, draw: drawMenu }],
  events: {
    user_change: onPerson,
    team_join: onPerson,
    subteam_updated: onGroups,
    subteam_members_changed: onGroups,
    channel_shared: onShared,
    channel_unshared: onUnshared,
    ...CHANNEL_EVENTS,
    ...ACCESS_EVENTS,
    'message.im': onDirectMessage,
  },
  turnedAway: { 'message.im': onMessageOfStranger },
};

/** News of somebody: another zone or name, an account that was deactivated or is back. */
async function onPerson({ ctx }: ListenerDeps, { user }: SlackEvent): Promise<void> {
  const profile = readProfile(user);
  if (profile) await updatePerson(ctx, profile);
}

/** One change of members comes as both: asking about all groups twice does no harm. */
function onGroups({ ctx }: ListenerDeps): Promise<void> {
  return groupsChanged(ctx);
}

async function onShared({ ctx }: ListenerDeps, { channel }: SlackEvent): Promise<void> {
  if (typeof channel === 'string') await changeSharing(ctx, { channel, isShared: true });
}

/** One of several companies may have left. */
async function onUnshared(
  { ctx }: ListenerDeps,
  { channel, is_ext_shared: still }: SlackEvent,
): Promise<void> {
  if (typeof channel === 'string') await changeSharing(ctx, { channel, isShared: still === true });
}
