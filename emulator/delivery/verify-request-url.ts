import { asObject } from '../json.ts';
import type { Slack } from '../slack.ts';

/** Slack sends a challenge, signed like everything else, and wants it back. */
export async function verifyRequestUrl({ bot, newId }: Slack): Promise<boolean> {
  const challenge = newId('challenge');
  const payload = { type: 'url_verification', token: 'verification-token', challenge };
  const answer = await bot.deliver({ kind: 'events_api', payload });
  return answer.acknowledged && asObject(answer.body).challenge === challenge;
}
