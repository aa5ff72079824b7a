import type { JsonObject } from '../json.ts';
import type { Args } from './args.ts';
import { SlackError } from './slack-error.ts';

export interface Page<T> {
  items: T[];
  hasMore: boolean;
  response_metadata: JsonObject;
}

/** One page by `limit` and `cursor`; the last one ends with an empty `next_cursor`, as Slack's lists do. */
export function pageOf<T>(all: T[], args: Args, defaultLimit = 100): Page<T> {
  const limit = Math.min(Math.max(args.integer('limit', defaultLimit), 1), 1000);
  const start = args.has('cursor') ? startOf(args.text('cursor')) : 0;
  const end = start + limit;
  const hasMore = end < all.length;
  const nextCursor = hasMore ? Buffer.from(`next:${end}`).toString('base64') : '';
  return { items: all.slice(start, end), hasMore, response_metadata: { next_cursor: nextCursor } };
}

function startOf(cursor: string): number {
  const found = /^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'));
  if (found === null) throw new SlackError('invalid_cursor');
  return Number(found[1]);
}
