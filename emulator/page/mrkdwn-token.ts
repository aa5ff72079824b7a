import type { MrkdwnNode } from './mrkdwn-node.ts';

const DATE = /^!date\^(-?\d+)\^([^|^]+)(?:\^([^|]+))?\|(.+)$/;
/** Of the calendar that dates are counted in. */
const LAST_SECOND = 8_640_000_000_000;
const MENTION = /^(@|#|!subteam\^)([A-Z0-9_]+)(?:\|(.*))?$/;
const BROADCAST = /^!(channel|here|everyone)(?:\|.*)?$/;
/** Nothing else is made a link, so that no message can smuggle a script into the page. */
const LINK = /^((?:https?|mailto|tel|slack):[^|]+)(?:\|(.*))?$/;
const MENTIONED = { '@': 'user', '#': 'channel', '!subteam^': 'usergroup' } as const;

/** What stands between `<` and `>`; undefined if Slack gives it no meaning. */
export function bracketedNode(token: string): MrkdwnNode | undefined {
  return dateNode(token) ?? mentionNode(token) ?? broadcastNode(token) ?? linkNode(token);
}

function dateNode(token: string): MrkdwnNode | undefined {
  const [, unix, format = '', url = '', fallback = ''] = DATE.exec(token) ?? [];
  if (unix === undefined) return undefined;
  if (Math.abs(Number(unix)) > LAST_SECOND) return { type: 'text', text: decodeEntities(fallback) };
  return {
    type: 'date',
    unix: Number(unix),
    format: decodeEntities(format),
    ...(LINK.test(url) && { url: decodeEntities(url) }),
    fallback: decodeEntities(fallback),
  };
}

function mentionNode(token: string): MrkdwnNode | undefined {
  const [, sign, id, label] = MENTION.exec(token) ?? [];
  if (!id) return undefined;
  return {
    type: MENTIONED[sign as keyof typeof MENTIONED],
    id,
    ...(label && { label: decodeEntities(label).replace(/^[@#]/, '') }),
  };
}

function broadcastNode(token: string): MrkdwnNode | undefined {
  const range = BROADCAST.exec(token)?.[1];
  return range ? { type: 'broadcast', range } : undefined;
}

function linkNode(token: string): MrkdwnNode | undefined {
  const [, url, label] = LINK.exec(token) ?? [];
  return url
    ? { type: 'link', url: decodeEntities(url), label: decodeEntities(label || url.replace(/^mailto:/, '')) }
    : undefined;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Entities back to what they stand for, in one pass, so that `&amp;lt;` becomes `&lt;` and no further. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}
