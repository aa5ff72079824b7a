import { STATUS_CODES } from 'node:http';
import type { RefusedFor } from '../domain/delivery/door.ts';
import { AppError, type ErrorKind } from '../errors.ts';
import { sayRefusal } from '../sentences/refusal.ts';
import { PLAIN } from '../sentences/voice.ts';

/** Too many bad fields say no more than many, and an answer must not outgrow its question. */
const MOST_PROBLEMS = 100;

/** An answer that refuses, as RFC 9457 has it. */
export interface Problem {
  type: 'about:blank';
  title: string;
  status: number;
  /** A sentence for the person who reads the sender's log. */
  detail: string;
  problems?: readonly { field: string; message: string }[];
  /** Finds the cause in our log. */
  reference?: string;
}

/** Why somebody was refused at a door. */
interface Refused {
  reason: RefusedFor;
  /** By how many seconds our clock is ahead of the sender's, where that is the reason. */
  clockAhead?: number;
}

/** A refusal that only HTTP knows: a wrong method, a wrong content type. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Where it is counted at a door. */
  readonly refusedFor: Refused | null;

  constructor(
    status: number,
    detail: string,
    headers: Record<string, string> = {},
    refusedFor: Refused | null = null,
  ) {
    super(detail);
    this.refusedFor = refusedFor;
    this.status = status;
    this.headers = headers;
  }
}

/** Null: it was not expected; the cause is for the log alone. */
export function problemOf(error: Error): { problem: Problem; headers: Record<string, string> } | null {
  if (error instanceof ProblemError)
    return { problem: problem(error.status, error.message), headers: { ...error.headers } };
  if (error instanceof AppError) return refusal(error);
  const status = clientStatus(error);
  return status === null
    ? null
    : { problem: problem(status, DETAILS[status] ?? 'The request cannot be read'), headers: {} };
}

export function problem(status: number, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail };
}

const STATUSES: Record<ErrorKind, number> = {
  invalid: 422,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 409,
  ended: 409,
  too_large: 413,
  unavailable: 503,
};

const RETRY_SECONDS = '10';

function refusal(error: AppError) {
  const status = STATUSES[error.kind];
  const problems = error.problems
    .slice(0, MOST_PROBLEMS)
    .map(({ field, refusal: problem }) => ({ field, message: sayRefusal(problem, PLAIN) }));
  return {
    problem: {
      ...problem(status, sayRefusal(error.refusal, PLAIN)),
      ...(problems.length > 0 && { problems }),
    },
    headers: status === 503 ? { 'retry-after': RETRY_SECONDS } : {},
  };
}

const DETAILS: Record<number, string> = {
  413: 'The body is larger than 1 MiB',
  415: 'The content encoding is not supported: send the body plain, or as gzip, deflate or br',
};

/** What Express and its body reader refuse: their words may hold parts of the request, their status does not. */
function clientStatus(error: Error): number | null {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
