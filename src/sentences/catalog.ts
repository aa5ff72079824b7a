import type { FactsOf, RefusalCode } from '../domain/refusal-codes.ts';
import type { Voice } from './voice.ts';

/** What every language has: one sentence a refusal. */
export type RefusalSentences = {
  readonly [C in RefusalCode]: (facts: FactsOf<C>, voice: Voice) => string;
};
