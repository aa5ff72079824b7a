import { isObject } from '../schemas/is-object.ts';

/** What tools tell by the same address and is no person who asked for anything: a sentence about it; null: it is one. */
export function notNews(value: unknown): string | null {
  if (!isObject(value)) return null;
  const { type, topic, meta, event, fired_at: firedAt, finalized, anonymousId, messageId, userId } = value;
  if (topic === 'ping' || type === 'ping' || event === 'ping') return 'A ping: nothing was taken';
  if (typeof topic === 'string' && /\.(?:deleted|archive|unsubscribed)$/.test(topic))
    return 'Somebody was deleted there: nothing was taken';
  if (firedAt !== undefined && typeof type === 'string' && !['subscribe', 'profile'].includes(type))
    return 'No new subscriber: nothing was taken';
  if (isObject(meta) && /^delete/.test(String(meta.action)))
    return 'Somebody was deleted there: nothing was taken';
  if (isObject(event) && /^(?:deleted|merged)$/.test(String(event.action)))
    return 'Somebody was deleted there: nothing was taken';
  if (finalized === false) return 'Not finished yet: nothing was taken';
  const isSegment = [anonymousId, messageId, userId].some((each) => each !== undefined);
  if (isSegment && ['page', 'screen', 'alias', 'group'].includes(String(type)))
    return 'No submission: nothing was taken';
  return null;
}
