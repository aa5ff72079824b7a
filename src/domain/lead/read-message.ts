/** What a message in Slack tells about a lead: a first draft of the form, for a person to look over. */
import type { EntryDraft } from './read-entry.ts';
import { waysToReach } from './ways-to-reach.ts';

export function readMessage(mrkdwn: string): EntryDraft {
  const text = plainText(mrkdwn);
  const { email, phone } = waysToReach(text);
  return {
    name: labelled(text, NAME_LABELS) ?? nameIn(text, email),
    company: labelled(text, COMPANY_LABELS) ?? companyIn(text),
    reach: [email, phone].filter(Boolean).join(', ') || null,
    message: text || null,
  };
}

/** Slack writes `<mailto:a@b|a@b>`, `<tel:+44|+44>`, `<https://…|words>`, and escapes the rest. */
export function plainText(mrkdwn: string): string {
  return mrkdwn
    .replaceAll(/<[@#!][^>|]*(?:\|([^>]*))?>/g, (_, label: string | undefined) => label ?? '')
    .replaceAll(/<([^>|]+)\|([^>]*)>/g, '$2')
    .replaceAll(/<(?:mailto:|tel:)?([^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[*_~`]+(?=\S)|(?<=\S)[*_~`]+/g, (marks, at: number, all: string) =>
      isInWord(all, at, marks.length) ? marks : '',
    )
    .trim();
}

/** `first_last@x.example` holds no emphasis. */
function isInWord(text: string, at: number, length: number): boolean {
  return /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + length] ?? '');
}

const NAME_LABELS = 'name|full name|contact|contact person';
const COMPANY_LABELS = 'company|company name|organisation|organization|firm|account';

/** "Name: Dana Whitfield", as form notifications write it. */
function labelled(text: string, labels: string): string | null {
  return new RegExp(`^[\\s•-]*(?:${labels})\\s*[:=]\\s*(.+)$`, 'im').exec(text)?.[1]?.trim() || null;
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
