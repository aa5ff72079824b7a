import type { JsonObject } from '../json.ts';

/** Something Slack tells the bot; both transports carry the same. */
export interface Envelope {
  kind: 'interactive' | 'events_api' | 'slash_commands';
  payload: JsonObject;
  retry?: { num: number; reason: RetryReason };
}

type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed';

/** What came of it. `body` is what the bot said with its acknowledgement: `{}` or empty text for a bare one. */
export type Answer =
  | { acknowledged: true; body: unknown }
  | { acknowledged: false; reason: RetryReason; detail: string; noRetry?: boolean };

/** A way to the bot. */
export interface Transport {
  send(envelope: Envelope): Promise<Answer>;
  isConnected(): boolean;
}

/** Slack waits this long for an acknowledgement; real time, whatever the workspace's clock says. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;
