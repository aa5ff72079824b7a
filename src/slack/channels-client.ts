/** What Slack says of a channel, and of what we may do. */
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError } from './failures.ts';
import { USED_SCOPES } from './scopes.ts';

type ChannelState = 'member' | 'outside' | 'archived' | 'unknown';

/** Whether people of another company are in it; null: Slack does not know it, or hides it from us. Throws SlackCallError and nothing else. */
export function createChannelsClient(options: ClientOptions): (channel: string) => Promise<boolean | null> {
  const web = webClient(options, 5_000);
  return async (channel) => {
    try {
      const answer = await classified(() => web.conversations.info({ channel }));
      return answer.channel?.is_ext_shared ?? false;
    } catch (thrown) {
      if (thrown instanceof SlackCallError && thrown.failure.code === 'channel_not_found') return null;
      throw thrown;
    }
  };
}

/** Whether we are in a channel, and which scopes we lack. Both throw SlackCallError and nothing else. */
export function createAccessClient(options: ClientOptions) {
  const web = webClient(options, 5_000);
  return {
    async channel(id: string): Promise<ChannelState> {
      try {
        const { channel } = await classified(() => web.conversations.info({ channel: id }));
        if (channel?.is_archived) return 'archived';
        return channel?.is_member ? 'member' : 'outside';
      } catch (thrown) {
        if (thrown instanceof SlackCallError && thrown.failure.code === 'channel_not_found') return 'unknown';
        throw thrown;
      }
    },
    /** Where Slack does not say what we were given, nothing is known to be missing. */
    async missingScopes(): Promise<string[]> {
      const { response_metadata: told } = await classified(() => web.auth.test());
      const given = told?.scopes;
      return given === undefined ? [] : USED_SCOPES.filter((scope) => !given.includes(scope));
    },
  };
}
