/** What a message in Slack tells about a lead: a first draft of the form, for a person to look over. */
import type { EntryDraft } from '../../domain/lead/entry-draft.ts';
import { waysToReach } from '../../domain/lead/ways-to-reach.ts';
import { cleanProse } from '../text.ts';
import { labelledLines } from './labelled-lines.ts';
import { type Answer, type SortedAnswers, sortAnswers } from './sort-answers.ts';

/** `answers`: what an app showed as fields, beside the words of the message. */
export function readMessage(words: string, answers: readonly Answer[] = []): EntryDraft {
  const text = cleanProse(words);
  const labelled = labelledLines(text.split('\n'));
  const sorted = sortAnswers([...answers, ...labelled]);
  const { facts } = sorted;
  const found = waysToReach([text, ...answers.map(({ value }) => String(value ?? ''))].join('\n'));
  const [email, phone] = [facts.email ?? found.email, facts.phone ?? found.phone];
  return {
    name: facts.name ?? nameIn(text, email),
    company: facts.company ?? companyIn(text),
    reach: [email, phone].filter(Boolean).join(', ') || null,
    message: saidIn(text, sorted, answers.length > 0) || null,
  };
}

const OF_THE_FORM: readonly string[] = ['name', 'company', 'email', 'phone', 'message'];

/** Their own words, and below them what the form has no field for; a person's message is kept as it is. */
function saidIn(text: string, { facts, rest }: SortedAnswers, isOfApp: boolean): string {
  if (facts.message === undefined && !isOfApp) return text;
  const others = Object.entries(facts).filter(([fact]) => !OF_THE_FORM.includes(fact));
  const lines = [...others, ...rest].map(([label, value]) => `${label}: ${value}`);
  return [facts.message ?? text, lines.join('\n')].filter(Boolean).join('\n\n');
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
