import { createHmac } from 'node:crypto';

/** Slack's v0 signature over timestamp and raw body. */
export function signatureHeaders(secret: string, timestamp: number, body: string): Record<string, string> {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
