/** What a message in Slack tells about a lead: a first draft of the form, for a person to look over. */
import { type EntryDraft, TOLD_FACTS, type ToldFacts } from '../../domain/lead/entry-draft.ts';
import { waysToReach } from '../../domain/lead/ways-to-reach.ts';
import { cleanProse } from '../text.ts';
import { type Arrival, arrivalIn, type Reader } from './arrival.ts';
import { labelledLines, type ReadLines } from './labelled-lines.ts';
import { type Answer, type SortedAnswers, sortAnswers } from './sort-answers.ts';

/** `answers`: what an app showed as fields, beside the words of the message. */
export function readMessage(words: string, answers: readonly Answer[] = [], reader?: Reader): EntryDraft {
  const text = cleanProse(words);
  const lines = labelledLines(text.split('\n'));
  const arrival = arrivalIn([...answers, ...lines.answers], reader);
  const sorted = sortAnswers(arrival.rest);
  const found = waysToReach([text, ...answers.map(({ value }) => String(value ?? ''))].join('\n'));
  const draft = draftOf(sorted, arrival, found);
  return {
    ...draft,
    name: draft.name ?? nameIn(text, sorted.facts.email ?? found.email),
    company: draft.company ?? companyIn(text),
    message: saidIn(text, { sorted, lines, isOfApp: answers.length > 0 }) || null,
  };
}

/** The same of nothing but labels and what stands behind them; `others` is what else was written. */
export function readLabelled({ answers, others }: ReadLines, reader?: Reader): EntryDraft {
  const arrival = arrivalIn(answers, reader);
  const sorted = sortAnswers(arrival.rest);
  const said = [sorted.facts.message, others.join(', '), lined(sorted.rest)].filter(Boolean);
  const found = waysToReach([...others, ...sorted.rest.map(([, value]) => value)].join('\n'));
  return { ...draftOf(sorted, arrival, found), message: said.join('\n\n') || null };
}

/** The facts by their names; a message of its own, null where none is called so. */
export function readLabelledFacts(lines: ReadLines, reader: Reader) {
  const { receivedAt, rest } = arrivalIn(lines.answers, reader);
  const sorted = sortAnswers(rest);
  const { message: own, ...facts } = sorted.facts;
  const message = own === undefined ? null : saidIn('', { sorted, lines, isOfApp: false });
  return { facts, receivedAt, message };
}

interface Ways {
  email: string | null;
  phone: string | null;
}

function draftOf({ facts }: SortedAnswers, { receivedAt }: Arrival, found: Ways) {
  const [email, phone] = [facts.email ?? found.email, facts.phone ?? found.phone];
  const told: ToldFacts = { ...(receivedAt !== null && { receivedAt }) };
  for (const fact of TOLD_FACTS) if (facts[fact] !== undefined) told[fact] = facts[fact];
  const { name = null, company = null } = facts;
  return { ...told, name, company, reach: [email, phone].filter(Boolean).join(', ') || null };
}

interface Said {
  sorted: SortedAnswers;
  lines: ReadLines;
  isOfApp: boolean;
}

/** Their own words, and below them what the form has no field for; a person's message is kept as it is. */
function saidIn(text: string, { sorted: { facts, rest }, lines, isOfApp }: Said): string {
  if (facts.message === undefined && !isOfApp) return text;
  return [facts.message, lines.others.join('\n'), lined(rest)].filter(Boolean).join('\n\n');
}

function lined(rest: SortedAnswers['rest']): string {
  return rest.map(([label, value]) => `${label}: ${value}`).join('\n');
}

const WORD = String.raw`\p{Lu}[\p{L}'’-]+`;
const NAME = new RegExp(`(?<![\\p{L}@.])${WORD}(?:[ ]${WORD}){1,2}(?![\\p{L}@])`, 'gu');
/** Begin sentences, not names. */
const NO_NAMES =
  /^(?:Hi|Hello|Hey|Dear|Just|Please|Met|Spoke|Talked|Called|New|The|Can|Could|Our|We|Yesterday|Today)\b/;

/** Two or three capitalised words; the one that the address repeats is the surest. */
function nameIn(text: string, email: string | null): string | null {
  const candidates = [...text.matchAll(NAME)].map(([name]) => withoutOpening(name)).filter(isName);
  const local = email?.split('@')[0]?.toLowerCase() ?? '';
  const repeated = candidates.find((name) =>
    name.split(' ').some((word) => local.includes(word.toLowerCase())),
  );
  return repeated ?? candidates[0] ?? null;
}

function withoutOpening(name: string): string {
  return name
    .split(' ')
    .filter((word) => !NO_NAMES.test(word))
    .join(' ');
}

function isName(name: string): boolean {
  return name.includes(' ');
}

const COMPANY = new RegExp(
  `\\b(?:at|from|of|with)\\s+((?:${WORD}|[\\p{Lu}&]{2,})(?:\\s(?:&\\s)?${WORD}){0,3})`,
  'u',
);

function companyIn(text: string): string | null {
  return COMPANY.exec(text)?.[1] ?? null;
}
