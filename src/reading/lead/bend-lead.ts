/** A lead as programs and files write it, bent into the shape of the API: what cannot be is kept beside it, so that nothing is lost. */
import { saysNothing } from '../text.ts';
import { ANSWERED, type Meaning, meaningOf, surelyTellsArrival } from '../words/lead-words.ts';
import { arrivedAt, type Reader } from './arrival.ts';
import { isJapanese, joinedName } from './person-name.ts';
import { factText } from './sort-answers.ts';
import { textOf } from './value-text.ts';

type Given = Readonly<Record<string, unknown>>;

export interface BentLead {
  lead: Record<string, unknown>;
  /** What stood in a field and is nothing of the kind. */
  kept: { field: Meaning; text: string }[];
}

const FACTS: ReadonlySet<string> = new Set(ANSWERED);
/** Of these an empty word is as good as none, and two leads of the id "n/a" would be one. */
const TEXTS: ReadonlySet<string> = new Set([...ANSWERED, 'externalId', 'source', 'reason']);
const IDENTIFYING = ['name', 'phone', 'company'] as const;

export function bendLead(given: Given, labels: Iterable<string> = []): BentLead {
  const lead: Record<string, unknown> = {};
  const kept: BentLead['kept'] = [];
  for (const field of Object.keys(given))
    lead[field] = TEXTS.has(field) ? asText(given[field]) : given[field];
  for (const field of ANSWERED) {
    const text = lead[field];
    if (typeof text !== 'string' || text.includes('\0')) continue;
    const read = factText(field, text);
    if (read === null) kept.push({ field, text });
    lead[field] = read;
  }
  nameWhole(lead, labels);
  const unread = kept.findIndex(({ field }) => field === 'email');
  // Where nothing else tells who it is, the sender must hear of the address.
  if (unread >= 0 && IDENTIFYING.every((field) => !lead[field])) lead.email = kept.splice(unread, 1)[0]?.text;
  return { lead, kept };
}

/** Numbers and answers of yes or no are texts where one is wanted; what is made of parts is for the schema to refuse. */
function asText(value: unknown): unknown {
  const isFlat = !Array.isArray(value) || value.every((each) => typeof each !== 'object');
  if (
    value === null ||
    value === undefined ||
    (typeof value === 'object' && (!Array.isArray(value) || !isFlat))
  ) {
    return value;
  }
  if (typeof value === 'string' && (value.includes('\0') || !saysNothing(value.trim()))) return value;
  const text = typeof value === 'string' ? null : textOf(value);
  return text === null || saysNothing(text) ? null : text;
}

function nameWhole(lead: Record<string, unknown>, labels: Iterable<string>): void {
  const { name, firstName, lastName } = lead;
  if (firstName === undefined && lastName === undefined) return;
  delete lead.firstName;
  delete lead.lastName;
  const parts = { name: textOrNone(name), firstName: textOrNone(firstName), lastName: textOrNone(lastName) };
  lead.name = joinedName(parts, isJapanese(labels));
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Keys that are not the API's own but say the same: "Vorname", "work_email". What the API's own key says counts before. */
export function withKnownKeys(given: Given, reader: Reader): Record<string, unknown> {
  const read: [string, unknown][] = [];
  const known = new Set(Object.keys(given).filter((key) => FACTS.has(key) || OWN.has(key)));
  for (const [key, value] of Object.entries(given)) {
    const meaning = known.has(key) || !isScalar(value) ? null : meantBy(key, value, reader);
    const isNews = meaning !== null && !known.has(meaning);
    if (isNews) known.add(meaning);
    read.push([isNews ? meaning : key, value]);
  }
  return Object.fromEntries(read);
}

/** Null also where the key only seems to be a field's: it stays what it is. */
function meantBy(key: string, value: unknown, reader: Reader): Meaning | 'receivedAt' | null {
  const meaning = meaningOf(key);
  if (meaning !== null) return isUnread(meaning, value) ? null : meaning;
  return surelyTellsArrival(key) && arrivedAt(value, reader) !== null ? 'receivedAt' : null;
}

const OWN: ReadonlySet<string> = new Set([
  'source',
  'externalId',
  'reason',
  'priority',
  'receivedAt',
  'fields',
]);

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function isUnread(meaning: Meaning, value: unknown): boolean {
  const text = textOf(value);
  return text === null || text.length > 200 || factText(meaning, text) === null;
}
