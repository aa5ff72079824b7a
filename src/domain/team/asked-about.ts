/**
 * What somebody wants who writes to Tango as if it were a person. It answers with what there is; where the words are those of a command, with that one
 * first. Nothing is done by it: what people mean to say to each other is no order.
 */
import { MINUTE, SECOND } from '../time/duration.ts';

const ASKED_ABOUT = [
  'scorecard',
  'lead',
  'insight',
  'settings',
  'leave',
  'hours',
  'region',
  'routing',
  'forms',
  'sources',
  'spend',
] as const;
export type AskedAbout = (typeof ASKED_ABOUT)[number];

/** By the first word, with or without its slash; null: anything else. */
export function askedAbout(text: string): AskedAbout | null {
  const word = /^\/?(?:tango\s+)?\/?([a-z]+)/.exec(text.trim().toLowerCase())?.[1];
  return ASKED_ABOUT.find((each) => each === word || `${each}s` === word) ?? null;
}

/** Who writes three lines in a row gets one answer, and one again later. */
const ANSWERED_FOR = 10 * MINUTE;

/** What is answered once: a thread, else these minutes. `ts` as Slack numbers messages, so that a repeated delivery is the same. */
export function conversationOf({ ts, thread }: { ts: string; thread: string | null }): string {
  if (thread !== null && thread !== ts) return thread;
  return `${Math.floor((Number(ts) * SECOND) / ANSWERED_FOR) * ANSWERED_FOR}`;
}
