import type { AlertBlock } from '@slack/types';
import { section, type TangoBlock } from './blocks.ts';
import { mrkdwn } from './text.ts';

/** Slack's limit. */
const LIMIT = 200;

/** What somebody must see in a modal; where the sentence is longer than Slack takes there, or Slack knows no alerts, a line with a sign. */
export function alert(sentence: string): TangoBlock {
  if (sentence.length > LIMIT) return section(`:warning: ${sentence}`);
  const block: AlertBlock = { type: 'alert', level: 'warning', text: mrkdwn(sentence, LIMIT) };
  return block;
}
