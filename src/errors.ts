/**
 * Refusals and failures. An AppError is an expected refusal: a code with its facts, for which sentences/ has the words, and a kind that
 * says what to do with it. Anything else is a defect or an outage: the person sees one calm line, the log gets the cause.
 */
export type ErrorKind =
  | 'invalid'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unavailable'
  | 'ended';

export interface Refusal {
  readonly code: string;
  /** What its sentence needs. */
  readonly facts: object;
}

/** One thing that is wrong with what was handed in; `field` is a dotted path such as `leads.3.email`. */
export interface FieldProblem {
  field: string;
  refusal: Refusal;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  readonly refusal: Refusal;
  readonly problems: readonly FieldProblem[];

  constructor(
    kind: ErrorKind,
    refusal: Refusal,
    options: { cause?: unknown; problems?: readonly FieldProblem[] } = {},
  ) {
    super(messageOf(refusal), options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.refusal = refusal;
    this.problems = options.problems ?? [];
  }
}

const IN_WORDS = 'in_words';

/** For the edges, which know their reader and may put it into words themselves: English, plain text. */
export function inWords(text: string): Refusal {
  return { code: IN_WORDS, facts: { text } };
}

/** For a trace; people get the sentence of sentences/. */
function messageOf({ code, facts }: Refusal): string {
  return code === IN_WORDS ? (facts as { text: string }).text : code;
}

export function coerceError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new Error(typeof thrown === 'string' ? thrown : `Thrown value: ${JSON.stringify(thrown)}`);
}
