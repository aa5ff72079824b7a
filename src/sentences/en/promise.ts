/** What each kind of promise asks for, in words. */
import type { PromiseKind } from '../../domain/promise/kinds.ts';

interface PromiseWords {
  /** "Dana Whitfield waits to be mended" */
  waits: string;
}

export const PROMISE_WORDS: Record<PromiseKind, PromiseWords> = {
  claim: { waits: 'waits to be claimed' },
  take: { waits: 'waits to be taken' },
  contact: { waits: 'waits for a first contact' },
  verdict: { waits: 'waits for a verdict' },
  mend: { waits: 'waits to be mended' },
  decide: { waits: 'waits for a decision' },
  answer: { waits: 'waits for an answer' },
  answer_rejects: { waits: 'waits for what we changed' },
};
