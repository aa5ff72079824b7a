import { isToken } from '../../domain/lead/token.ts';
import { cleanLine, saysNothing } from '../text.ts';
import { type Meaning, meaningOf, namesSomebodyElse } from '../words/lead-words.ts';
import { isPlainlyEmail, readEmail } from './email.ts';
import { isJapanese, joinedName } from './person-name.ts';
import { isPlainlyPhone, readPhone } from './phone.ts';
import { textOf } from './value-text.ts';

/** One thing that somebody filled in, or that a form knows about it. */
export interface Answer {
  /** The question as the person read it, or the key. */
  label: string;
  value: unknown;
  /** Where the sender says what it asks for; null: it says that it is none of these. */
  meaning?: Meaning | null;
  /** It stood beside an answer: nobody has to say what it means. */
  isAside?: true;
}

type Fact = Exclude<Meaning, 'firstName' | 'lastName'>;

export interface SortedAnswers {
  facts: Partial<Record<Fact, string>>;
  /** All that is not a fact of the lead as a whole. */
  rest: [label: string, text: string][];
}

interface Sorting {
  facts: Partial<Record<Meaning, string>>;
  rest: [label: string, text: string][];
}

/** How much of an answer a lead's own field takes; what is longer is kept in full with the rest. */
const LIMITS: Partial<Record<Meaning, number>> = { email: 320, phone: 50, companySize: 50, message: 10_000 };
const LIMIT = 200;

/**
 * What the sender says comes before what a label seems to say, and that before what a value looks like; each fact is given once, the
 * first answer counts.
 */
export function sortAnswers(answers: readonly Answer[]): SortedAnswers {
  const sorted: Sorting = { facts: {}, rest: [] };
  const told = answers.filter((answer) => answer.meaning);
  const guessed = answers.filter((answer) => !answer.meaning);
  for (const answer of [...told, ...guessed]) {
    const text = textOf(answer.value);
    if (text !== null) place(sorted, answer, text);
  }
  byShape(sorted);
  return named(sorted, answers);
}

function place({ facts, rest }: Sorting, { label, meaning }: Answer, text: string): void {
  const fact = meaning === undefined ? meaningOf(label) : meaning;
  if (fact && saysNothing(text)) return;
  const read = fact && facts[fact] === undefined ? factText(fact, text) : null;
  if (!fact || read === null) {
    rest.push([label, text]);
    return;
  }
  const limit = LIMITS[fact] ?? LIMIT;
  facts[fact] = clipped(read, limit);
  if (read.length > limit || (fact === 'email' && namesAnother(text, read))) rest.push([label, text]);
}

/** Several in one field: the first is the lead's, and the others are not lost. */
function namesAnother(text: string, email: string): boolean {
  const all = text.normalize('NFKC').match(/[^\s@<>,;|:]+@[^\s@<>,;|]+/g) ?? [];
  return all.length > 1 && all.some((each) => each.toLowerCase() !== email.toLowerCase());
}

/** Null: "ask my colleague" in the field for the address must not cost us the lead, nor some program's key become a name. */
export function factText(fact: Meaning, text: string): string | null {
  if (fact === 'message') return text;
  const line = cleanLine(text);
  switch (fact) {
    case 'email': {
      const address = readEmail(line);
      return address !== null && address.length <= 320 ? address : null;
    }
    case 'phone': {
      const phone = readPhone(line);
      return phone !== null && phone.length <= 50 ? phone : null;
    }
    case 'name':
    case 'firstName':
    case 'lastName':
      return isToken(line) ? null : line;
    default:
      return line;
  }
}

/** Where no address or number is known, the one answer that plainly is one. */
function byShape({ facts, rest }: Sorting): void {
  for (const [fact, isPlainly] of [
    ['email', isPlainlyEmail],
    ['phone', isPlainlyPhone],
  ] as const) {
    if (facts[fact] !== undefined) continue;
    const likely = rest.filter(([label, text]) => isPlainly(text) && !namesSomebodyElse(label));
    const [only] = likely;
    if (!only || new Set(likely.map(([, text]) => text)).size > 1) continue;
    const read = factText(fact, only[1]);
    if (read === null) continue;
    facts[fact] = read;
    rest.splice(rest.indexOf(only), 1);
  }
}

/** One name of its parts; what a part says beyond the whole is kept. */
function named({ facts, rest }: Sorting, answers: readonly Answer[]): SortedAnswers {
  const { firstName, lastName, ...own } = facts;
  const name = joinedName(
    { name: own.name, firstName, lastName },
    isJapanese(answers.map(({ label }) => label)),
  );
  const surplus = [
    ['First name', firstName],
    ['Last name', lastName],
  ].filter((part): part is [string, string] => part[1] !== undefined && !name?.includes(part[1]));
  return { facts: { ...own, ...(name && { name: clipped(name, LIMIT) }) }, rest: [...surplus, ...rest] };
}

export function clipped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).toWellFormed()}…`;
}
