/** What a program says of a deal beside its stage, whose names are each company's own: whether it is over, and whether it was won. */
import { wordKey } from '../words/word-key.ts';
import type { Stage } from './stage.ts';

interface ClosedFlags {
  isWon?: string;
  isClosed?: string;
}

/** Null: they do not say. */
export function flaggedStage({ isWon = '', isClosed = '' }: ClosedFlags): Stage | null {
  if (isYes(isWon)) return 'won';
  if (isNo(isClosed)) return 'open';
  return isYes(isClosed) && isNo(isWon) ? 'lost' : null;
}

const YES = keys('true 1 yes y wahr ja vrai oui verdadero sí vero verdadeiro sim waar prawda tak はい 是');
const NO = keys('false 0 no n falsch nein faux non falso não onwaar nee fałsz nie いいえ 否');

function keys(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(wordKey));
}

function isYes(text: string): boolean {
  return YES.has(wordKey(text));
}

function isNo(text: string): boolean {
  return NO.has(wordKey(text));
}
