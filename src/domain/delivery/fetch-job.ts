/**
 * A fetch job: a vendor has told us of somebody by an id alone, and the person must be asked for with a token.
 *
 * Life: pending → done | failed; while the vendor takes no token of ours it is waiting_for_token. Only the runner moves it. Nothing is
 * lost on the way: what may pass (an outage, a limit, a token) is tried again, each time a little later.
 * The same vendor and object id are the same job; being told again is no news.
 *
 * Ordered by intake/webhooks, run by intake/fetch, stored by store/delivery/fetch-job.
 */
import { HOUR, MINUTE, SECOND } from '../time/duration.ts';

export type FetchVendor = 'hubspot' | 'meta';

export type FetchState = 'pending' | 'waiting_for_token' | 'done' | 'failed';

export interface FetchRequest {
  vendor: FetchVendor;
  objectId: string;
  /** What the webhook said, as JSON, for whoever maps the person. */
  body: string;
  /** When it happened, where the vendor says so: what was first is asked for first. */
  happenedAt?: number | undefined;
}

export interface FetchJob extends FetchRequest {
  /** Raised when claimed, so that a job that kills the process uses them up. */
  attempts: number;
}

/** Of somebody who may be here already: what has changed about them, as the vendor names it. */
export interface RefetchRequest extends FetchRequest {
  /** Of the lead, which is known by it and the id. */
  source: string;
}

/** What a change adds to the body of a request. */
export interface ToldChange {
  /** Left out: the person is new. */
  isNew?: false;
  changed?: string[];
  /** What we do not know at all is to be taken over. */
  fills?: boolean;
}

/** One order of two: what is new stays new, and whatever has changed has. */
export function joinBodies(waiting: string, told: string): string {
  const [before, now] = [waiting, told].map((body) => JSON.parse(body) as ToldChange);
  const changed = [...new Set([...(before?.changed ?? []), ...(now?.changed ?? [])])].sort();
  return JSON.stringify({ ...before, changed, fills: before?.fills === true || now?.fills === true });
}

/** Why a person could not be fetched. */
export interface FetchFailure {
  /** `token`: a person must mend it; `busy`: by itself; `gone` and `odd`: nobody there yet, or an answer that we do not understand, which may be for now. */
  kind: 'token' | 'gone' | 'busy' | 'odd';
  /** For the operator, without personal data: `http_503`, `graph_190`, the network's word, the class of an error. */
  code: string;
  /** Where the vendor says when to come back. */
  retryAfterMs?: number;
}

export interface FetchResult {
  state: FetchState;
  nextAttemptAt: number;
  lastFailure: string | null;
}

/** A token that was refused is tried again after so long: somebody may have given it what it lacked. */
const TOKEN_PROBE = 5 * MINUTE;
const FIRST_RETRY = 30 * SECOND;
/** Also where a vendor asks for longer: a plan that is farther off is taken for one of a clock that was put back. */
export const LONGEST_RETRY = HOUR;
/** Four days of an outage; and a day and a half of answers that make no sense, or of nobody there. */
const MOST_ATTEMPTS = { busy: 100, odd: 42, gone: 42 };
/** After some minutes of such answers somebody is told. */
export const TOLD_AFTER = 4;

export function afterFailure(job: FetchJob, failure: FetchFailure, now: number): FetchResult {
  const lastFailure = `${failure.kind}: ${failure.code}`;
  switch (failure.kind) {
    case 'token':
      return { state: 'waiting_for_token', nextAttemptAt: now + TOKEN_PROBE, lastFailure };
    default: {
      const isOver = job.attempts >= MOST_ATTEMPTS[failure.kind];
      const nextAttemptAt = now + Math.min(LONGEST_RETRY, failure.retryAfterMs ?? backOff(job.attempts));
      return { state: isOver ? 'failed' : 'pending', nextAttemptAt, lastFailure };
    }
  }
}

function backOff(attempts: number): number {
  return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** Math.min(attempts - 1, 10));
}
