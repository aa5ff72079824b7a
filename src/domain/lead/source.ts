/** Where a lead is from, as people say it in a form: one that we know, or a new one that is said on purpose. */
import { distance } from '../nearest.ts';
import { holdsAll } from './search.ts';

export interface OfferedSources {
  /** The likeliest first. */
  known: string[];
  /** What is typed, when it is none of all that we know; null: nothing is, or it is known. */
  unknown: string | null;
}

/**
 * What to offer to somebody who has typed this: what it is but for capitals, accents, blanks and hyphens, then what holds its words, then what
 * is a letter or two off. A new source comes behind all of them, so that no typo becomes one by the first tap.
 */
export function offerSources(typed: string, known: readonly string[]): OfferedSources {
  const text = sourceText(typed);
  if (text === '') return { known: [...known], unknown: null };
  const words = text.split(' ');
  const likely = known
    .map((source) => ({ source, rank: rankOf(source, text, words) }))
    .filter(({ rank }) => rank < NOT_MEANT)
    .sort((a, b) => a.rank - b.rank)
    .map(({ source }) => source);
  return { known: likely, unknown: known.some((source) => sourceText(source) === text) ? null : text };
}

/** One line, and one way of storing the same letters. */
function sourceText(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** A menu takes a source's beginning where it is longer than an entry may be: no other begins with so many letters of it. */
export const LONG_SOURCE = 100;

/** What was chosen, whole. */
export function wholeSource(chosen: string, known: readonly string[]): string {
  if (chosen.length < LONG_SOURCE || known.includes(chosen)) return chosen;
  return known.find((source) => source.startsWith(chosen)) ?? chosen;
}

const HOLDS_WORDS = 2;
const NOT_MEANT = 10;

function rankOf(source: string, text: string, words: readonly string[]): number {
  if (sourceText(source) === text) return 0;
  const [one, other] = [bare(source), bare(text)];
  if (one !== '' && one === other) return 1;
  if (holdsAll(source, words)) return HOLDS_WORDS;
  const away = lettersBetween(one, other);
  return away <= lettersOff(other) ? HOLDS_WORDS + away : NOT_MEANT;
}

/** Of a short word nearly every other one is two letters off. */
function lettersOff(text: string): number {
  if (text.length < 3) return 0;
  return text.length < 6 ? 1 : 2;
}

function lettersBetween(one: string, other: string): number {
  return Math.abs(one.length - other.length) > 2 ? NOT_MEANT : distance(one, other);
}

/** Letters and digits alone. */
function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
