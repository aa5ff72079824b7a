/** What happens to channels: of those of the team, who can be posted to is known before something has to wait. */
import { loseChannel, regainChannel, renameEverywhere } from '../../../usecases/place/follow-channel.ts';
import { noteInside, noteOutside } from '../../../usecases/team/watch-access.ts';
import type { EventHandler } from '../edge/event.ts';

export const CHANNEL_EVENTS: Readonly<Record<string, EventHandler>> = {
  channel_archive: lost('is_archived'),
  group_archive: lost('is_archived'),
  channel_deleted: lost('channel_not_found'),
  group_deleted: lost('channel_not_found'),
  /** A public one is posted to from outside, but what happens there is not heard. */
  channel_left: async ({ ctx }, { channel }) => {
    if (typeof channel === 'string') await noteOutside(ctx, channel);
  },
  group_left: lost('channel_not_found'),
  channel_unarchive: regained('is_archived'),
  group_unarchive: regained('is_archived'),
  // Heard only where we are in it.
  member_joined_channel: async (deps, event) => {
    await regained('channel_not_found', 'not_in_channel')(deps, event);
    if (typeof event.channel === 'string') await noteInside(deps.ctx, event.channel);
  },
  channel_id_changed: async ({ ctx }, { old_channel_id: from, new_channel_id: to }) => {
    if (typeof from === 'string' && typeof to === 'string') await renameEverywhere(ctx, { from, to });
  },
};

type Word = Parameters<typeof loseChannel>[1]['word'];

function lost(word: Word): EventHandler {
  return async ({ ctx }, { channel }) => {
    if (typeof channel === 'string') await loseChannel(ctx, { channel, word });
  };
}

function regained(...words: Word[]): EventHandler {
  return async ({ ctx }, { channel }) => {
    if (typeof channel === 'string') await regainChannel(ctx, { channel, words });
  };
}
