/** What a workflow hands to its step, under the step's own names, in the shape of the API. What it does not understand is kept. */
import { cleanLine, cleanProse } from '../text.ts';
import { ANSWERED, meaningOf } from '../words/lead-words.ts';
import { arrivedAt, type Reader } from './arrival.ts';
import { bendLead, withKnownKeys } from './bend-lead.ts';
import { labelledLines } from './labelled-lines.ts';
import { readLabelledFacts } from './read-message.ts';
import { textOf } from './value-text.ts';

type Given = Readonly<Record<string, unknown>>;

interface ReadStep {
  lead: Record<string, unknown>;
  receivedAt: number | null;
  fields: Record<string, string>;
}

const OWN: Readonly<Record<string, string>> = {
  ...{ first_name: 'firstName', last_name: 'lastName', company_size: 'companySize' },
  ...{ external_id: 'externalId', received_at: 'receivedAt' },
};
const LEAD: ReadonlySet<string> = new Set([...ANSWERED, 'source', 'externalId', 'reason', 'priority']);

export function readStep(given: Given, reader: Reader): ReadStep {
  const named = Object.fromEntries(Object.entries(given).map(([key, value]) => [OWN[key] ?? key, value]));
  const { receivedAt: written, ...own } = withKnownKeys(named, reader);
  const { lead, kept } = bendLead(own, Object.keys(own));
  const fields = new Map(kept.map(({ field, text }) => [field as string, text]));
  for (const [key, value] of Object.entries(lead)) {
    if (LEAD.has(key)) continue;
    delete lead[key];
    const text = textOf(value);
    if (text !== null) fields.set(cleanLine(key), text);
  }
  const receivedAt = arrivedAt(written, reader);
  const unread = receivedAt === null ? textOf(written) : null;
  if (unread !== null) fields.set('received_at', unread);
  return fromItsMessage({ lead, receivedAt, fields: Object.fromEntries(fields) }, reader);
}

/** A workflow that reacts to what an app has posted has nothing but its words: "Name: Dana Whitfield", line by line. */
function fromItsMessage({ lead, receivedAt, fields }: ReadStep, reader: Reader): ReadStep {
  const text = typeof lead.message === 'string' ? cleanProse(lead.message) : '';
  const lines = labelledLines(text.split('\n'));
  const isForm = lines.answers.filter(({ label }) => meaningOf(label) !== 'message').length > 1;
  if (!isForm) return { lead, receivedAt, fields };
  const { facts, message, receivedAt: told } = readLabelledFacts(lines, reader);
  const news = Object.entries(facts).filter(([fact]) => lead[fact] === undefined || lead[fact] === null);
  const isAllUsed = news.length === Object.keys(facts).length && (told === null || receivedAt === null);
  return {
    // Where something of it has no place, all of it stays.
    lead: { ...lead, ...Object.fromEntries(news), message: isAllUsed && message !== null ? message : text },
    receivedAt: receivedAt ?? told,
    fields,
  };
}
