import type { Json } from '../state/slack-json.ts';

/** One line of a menu. */
export interface Option {
  value: string;
  words: string;
  more?: string;
  group?: string;
  /** Slack's own option, sent back untouched. */
  json: Json;
}
