import { cleanLine } from '../../schemas/text.ts';
import { type FormAnswer, type Meaning, meaningOf } from './answer.ts';
import { textOf } from './text-of.ts';

export interface SortedAnswers {
  facts: Partial<Record<Meaning, string>>;
  /** All that is not a fact of the lead as a whole. */
  rest: [label: string, text: string][];
}

/** How much of an answer a lead's own field takes; what is longer is kept in full with the rest. */
const LIMITS: Partial<Record<Meaning, number>> = { email: 320, phone: 50, companySize: 50, message: 10_000 };
const LIMIT = 200;

/** What the vendor says comes before what a label seems to say; each fact is given once, the first answer counts. */
export function sortAnswers(answers: readonly FormAnswer[]): SortedAnswers {
  const sorted: SortedAnswers = { facts: {}, rest: [] };
  const told = answers.filter((answer) => answer.meaning);
  const guessed = answers.filter((answer) => !answer.meaning);
  for (const answer of [...told, ...guessed]) {
    const text = textOf(answer.value);
    if (text !== null) place(sorted, answer, text);
  }
  return sorted;
}

function place({ facts, rest }: SortedAnswers, { label, meaning }: FormAnswer, text: string): void {
  const fact = meaning === undefined ? meaningOf(label) : meaning;
  if (!fact || facts[fact] !== undefined || !isFit(fact, text)) {
    rest.push([label, text]);
    return;
  }
  const limit = LIMITS[fact] ?? LIMIT;
  facts[fact] = clipped(fact === 'message' ? text : cleanLine(text), limit);
  if (text.length > limit) rest.push([label, text]);
}

/** "ask my colleague" in the field for the address must not cost us the lead. */
function isFit(fact: Meaning, text: string): boolean {
  if (fact === 'email') return /^[^\s@]+@[^\s@]+$/.test(text) && text.length <= 320;
  if (fact === 'phone') return text.length <= 50;
  return true;
}

export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`;
}
