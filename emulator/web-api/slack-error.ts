import type { JsonObject } from '../json.ts';
import type { Problem } from '../validation/index.ts';

/** A refusal in Slack's words: answered as 200 `{ok:false, error, …}`. */
export class SlackError extends Error {
  override readonly name = 'SlackError';
  readonly code: string;
  readonly extra: JsonObject;

  constructor(code: string, extra: JsonObject = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** Too many calls: answered as 429 with Retry-After. */
export class TooFastError extends Error {
  override readonly name = 'TooFastError';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Refuses with the first problem's code and tells of all, as Slack does with `invalid_blocks`. */
export function refuseProblems(problems: Problem[]): void {
  const first = problems[0];
  if (first === undefined) return;
  const errors = problems.map((problem) => problem.message);
  throw new SlackError(first.code, {
    errors,
    response_metadata: { messages: errors.map((message) => `[ERROR] ${message}`) },
  });
}
