/** What Slack says of a channel. */
import { type ClientOptions, classified, webClient } from './client.ts';
import { SlackCallError } from './failures.ts';

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
