/**
 * Refusals and failures. An AppError is an expected refusal: it has a code for machines and a sentence fit for the person
 * who asked. Anything else is a defect or an outage: the person sees one calm line, the log gets the cause.
 */
export type ErrorCode =
  | 'invalid'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unavailable'
  | 'ended';

/** One thing that is wrong with what was handed in; `field` is a dotted path such as `leads.3.email`. */
export interface FieldProblem {
  field: string;
  message: string;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly problems: readonly FieldProblem[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; problems?: readonly FieldProblem[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.problems = options.problems ?? [];
  }
}

export function coerceError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new Error(typeof thrown === 'string' ? thrown : `Thrown value: ${JSON.stringify(thrown)}`);
}
