/** Slack tells that it lets us in no longer. Nothing can be said in Slack then: whoever looks at Tango reads it. */
import type { EventHandler } from '../edge/event.ts';

export const ACCESS_EVENTS: Readonly<Record<string, EventHandler>> = {
  app_uninstalled: async ({ accessEnded }) => accessEnded('app_uninstalled'),
  /** Those of people are none that we use. */
  tokens_revoked: async ({ accessEnded }, { tokens }) => {
    const { bot } = (tokens ?? {}) as { bot?: unknown };
    if (Array.isArray(bot) && bot.length > 0) await accessEnded('tokens_revoked');
  },
};
