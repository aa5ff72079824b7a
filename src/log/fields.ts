/**
 * What may stand in a log line: these names with these shapes and nothing else. A list of what is allowed, since nobody can list all that
 * must not be there: what a later change hands to the log by mistake does not pass, and its name is said.
 *
 * The type refuses other names when we compile. The shapes are the second net, for what is typed too widely or comes from a library.
 */
import type { AnnouncementKind } from '../domain/announcement.ts';
import type { Door } from '../domain/delivery/door.ts';
import type { FetchState, FetchVendor } from '../domain/delivery/fetch-job.ts';
import { SLACK_WORDS } from './known-words.ts';
import { type SafeError, safeError } from './safe-error.ts';
import { CODE, DAY, failure, ID, number, oneOf, ref, type Shape, SUBJECT, text, WORD } from './shapes.ts';

export interface LogFields {
  err?: Error;
  /** The listener, the event or the command. */
  where?: string;
  method?: string;
  /** As Express has it, without what stands in its place. */
  route?: string;
  job?: string;
  /** The day for which a job ran. */
  occurrence?: string;
  outcome?: number | string;
  /** What a person was told, to find the line again. */
  reference?: string;
  id?: string;
  kind?: AnnouncementKind;
  ref?: string;
  lane?: 'check' | 'home' | 'edit' | 'post';
  status?: 'pending' | 'sending' | 'sent' | 'failed' | 'cancelled';
  /** What a person has to mend. */
  subject?: string;
  vendor?: FetchVendor;
  door?: Door;
  /** The vendor's id of a submission. */
  objectId?: string;
  state?: FetchState;
  /** Of the environment. */
  variable?: string;
  /** Slack's word, the network's or the database's. */
  code?: string;
  /** The same with its kind, and with the places in our blocks that Slack points at. */
  failure?: string;
  slack?: (typeof SLACK_WORDS)[number];
  /** Seconds by which our clock is ahead of a sender's. */
  clockAhead?: number;
  attempts?: number;
  underWay?: number;
  waiting?: number;
  waitedMs?: number;
  seconds?: number;
  signal?: NodeJS.Signals;
  /** Where Tango itself listens. */
  url?: string;
  /** Where we look for Slack. */
  host?: string;
}

const SHAPES: { readonly [Name in keyof LogFields]-?: Shape<SafeError | string | number> } = {
  err: safeError,
  where: text(/^\/?[a-z][A-Za-z0-9_]*(?:\.[a-z]+)?$/),
  method: text(/^[A-Z]+$/),
  route: text(/^(?:\/:?[A-Za-z_.-]*)+$/),
  job: text(WORD),
  occurrence: text(DAY),
  outcome: (value) => number(value) ?? text(WORD)(value),
  reference: text(ID),
  id: text(ID),
  kind: text(WORD),
  ref,
  lane: text(WORD),
  status: text(WORD),
  subject: text(SUBJECT),
  vendor: text(WORD),
  door: text(WORD),
  objectId: text(/^(?:deal:\d*:)?\d+$/),
  state: text(WORD),
  variable: text(/^[A-Z]+(?:_[A-Z]+)+$/),
  code: text(CODE),
  failure,
  slack: oneOf(SLACK_WORDS),
  clockAhead: number,
  attempts: number,
  underWay: number,
  waiting: number,
  waitedMs: number,
  seconds: number,
  signal: text(/^SIG[A-Z]+$/),
  host: text(/^[\w.[\]:-]+$/),
  url: text(/^https?:\/\/[\w.[\]:-]+$/),
};

/** What of it may be printed, and under `dropped` the names of the rest, whose values are not even read. */
export function safeFields(fields: LogFields): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  const dropped: string[] = [];
  for (const name of Object.keys(fields)) {
    const value = isKnown(name) ? read(fields, name) : null;
    if (value === undefined) continue;
    const passed = isKnown(name) ? SHAPES[name](value) : undefined;
    if (passed === undefined) dropped.push(printableName(name));
    else safe[name] = passed;
  }
  return dropped.length > 0 ? { ...safe, dropped } : safe;
}

function isKnown(name: string): name is keyof LogFields {
  return Object.hasOwn(SHAPES, name);
}

/** Null, which no shape lets through, where a getter throws. */
function read(fields: LogFields, name: keyof LogFields): unknown {
  try {
    return fields[name];
  } catch {
    return null;
  }
}

/** A name may be data as well: an object by e-mail address, by person. */
function printableName(name: string): string {
  return /^[a-z][A-Za-z0-9_]{0,30}$/.test(name) ? name : '(odd name)';
}
