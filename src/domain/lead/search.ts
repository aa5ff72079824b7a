/** What somebody types to find a lead, and which leads it finds: letters count, capitals and accents do not. */
import { plainDigits } from '../plain-digits.ts';
import type { Lead } from './lead.ts';

/** More would find nothing that fewer do not. */
const MOST_WORDS = 6;

/** A number is one word, however it is written in groups. */
export function wordsOf(typed: string): string[] {
  const text = plainDigits(typed).trim();
  if (/^[+\d\s()./-]{6,}$/.test(text)) return [text.replaceAll(/\D/g, '').replace(/^0+/, '')];
  return text
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS);
}

type Searched = Pick<Lead, 'name' | 'company' | 'email' | 'phone'>;

/** Each of the words stands somewhere in what this lead shows. */
export function holdsWords({ name, company, email, phone }: Searched, words: readonly string[]): boolean {
  const digits = plainDigits(phone ?? '').replaceAll(/\D/g, '');
  return holdsAll([name, company, email, phone, digits].map((each) => each ?? '').join('\n'), words);
}

/** Whatever the capitals and accents. */
export function holdsAll(text: string, words: readonly string[]): boolean {
  const searched = folded(text);
  return words.every((word) => searched.includes(folded(word)));
}

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
