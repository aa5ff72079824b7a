import { type Logger as SlackLogger, WebClient } from '@slack/web-api';
import { ConnectionError, within } from './limit.ts';
import type { SocketTimings } from './timings.ts';

interface Options {
  appToken: string;
  apiUrl: string;
  logger: SlackLogger;
  timings: SocketTimings;
}

/** Asks Slack where a connection can be opened; an address is good for one. Throws what the Web API throws, or ConnectionError. */
export function addressAsker({ appToken, apiUrl, logger, timings }: Options): () => Promise<string> {
  const web = new WebClient(appToken, {
    slackApiUrl: apiUrl,
    timeout: timings.address,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  });
  return async () => {
    const { url } = await within(timings.address, 'address_timeout', web.apps.connections.open({}));
    if (typeof url !== 'string' || !/^wss?:/.test(url)) throw new ConnectionError('malformed_address');
    return url;
  };
}
