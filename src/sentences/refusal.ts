import { REFUSALS, type RefusalCode } from '../domain/refusal-codes.ts';
import type { Refusal } from '../errors.ts';
import { REFUSAL_SENTENCES } from './en/refusals/index.ts';
import type { Voice } from './voice.ts';

/** What happened, in a sentence or two that blame nobody and fit into one line. */
export function sayRefusal({ code, facts }: Refusal, voice: Voice): string {
  if (!isListed(code)) return voice.text((facts as { text?: string }).text ?? code);
  // Code and facts were paired by `refuse`, which the compiler checks; a Refusal does not carry the pairing in its type.
  return (REFUSAL_SENTENCES[code] as (facts: object, voice: Voice) => string)(facts, voice);
}

function isListed(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}
