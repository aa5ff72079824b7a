import { expect } from 'vitest';
import type { FactsOf, RefusalCode } from '../../src/domain/refusal-codes.ts';
import { AppError } from '../../src/errors.ts';
import { sayRefusal } from '../../src/sentences/refusal.ts';
import { PLAIN } from '../../src/sentences/voice.ts';
import { MRKDWN } from '../../src/slack/views/kit/voice.ts';

/** What `toThrow` compares a refusal with: by its code and, where they matter, its facts. */
export function refused<C extends RefusalCode>(code: C, facts: Partial<FactsOf<C>> = {}): Error {
  const same: unknown = expect.objectContaining(facts as object);
  return expect.objectContaining({ refusal: { code, facts: same } });
}

/** The sentence of a refusal as Slack shows it in a message. */
export function said({ refusal }: Pick<AppError, 'refusal'>): string {
  return sayRefusal(refusal, MRKDWN);
}

/** What `toThrow` compares a refusal with where the test is about its words. */
export function saying(words: string): Error {
  const asymmetricMatch = (thrown: unknown) => thrown instanceof AppError && said(thrown).includes(words);
  return { asymmetricMatch, toString: () => `a refusal saying “${words}”` } as unknown as Error;
}

/** Field and sentence of each, as the API answers them. */
export function saidProblems({ problems }: Pick<AppError, 'problems'>): { field: string; message: string }[] {
  return problems.map(({ field, refusal }) => ({ field, message: sayRefusal(refusal, PLAIN) }));
}
