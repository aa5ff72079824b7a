/** When a lead came in, where one of its answers says so. */
import { instantOf } from '../dates/instant.ts';
import { cleanLine } from '../text.ts';
import { tellsArrival } from '../words/lead-words.ts';
import type { Answer } from './sort-answers.ts';
import { textOf } from './value-text.ts';

/** Whose clock and calendar are meant where a date names none. */
export interface Reader {
  now: number;
  /** IANA; left out: a time without a zone is none. */
  timezone?: string;
}

export interface Arrival {
  receivedAt: number | null;
  /** All others; a date that can be read in two ways, or is yet to come, stays among them. */
  rest: Answer[];
}

export function arrivalIn(answers: readonly Answer[], reader?: Reader): Arrival {
  if (!reader) return { receivedAt: null, rest: [...answers] };
  for (const [index, { label, value, meaning }] of answers.entries()) {
    if (meaning !== undefined || !tellsArrival(label)) continue;
    const receivedAt = arrivedAt(value, reader);
    if (receivedAt !== null) return { receivedAt, rest: answers.toSpliced(index, 1) };
  }
  return { receivedAt: null, rest: [...answers] };
}

/** Null: it is no instant, or none that has been. */
export function arrivedAt(value: unknown, { now, timezone }: Reader): number | null {
  const at = instantOf(cleanLine(textOf(value) ?? ''), timezone);
  return at !== null && at >= 0 && at <= now ? at : null;
}
