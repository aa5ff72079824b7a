/** How a send can fail, as a closed list. `uncertain` alone leaves open whether it was done; with all others it was not. */
export type FailureKind =
  | 'rate_limited'
  | 'unreachable'
  | 'wrong_address'
  | 'uncertain'
  | 'busy'
  | 'quota'
  | 'content'
  | 'destination'
  | 'unthreadable'
  | 'message_gone'
  | 'parent_gone'
  | 'auth'
  | 'unknown'
  | 'trigger_expired'
  | 'view_stale'
  | 'view_stack_full'
  | 'view_too_large'
  | 'view_duplicate'
  | 'view_closed'
  | 'home_off';

export interface SendFailure {
  kind: FailureKind;
  /** The other side's word, or the network's. */
  code: string;
  /** What it says about it: which block, which scope. */
  details: string[];
  /** With rate_limited, where it was said. */
  retryAfterMs: number | null;
}

/** One line for the operator; it holds no content of messages. */
export function failureLine({ kind, code, details }: SendFailure): string {
  return [`${kind}: ${code}`, ...details].join('; ').slice(0, 500);
}
