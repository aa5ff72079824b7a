import { type Dictionary, dictionary } from './dictionary.ts';
import { NO_FIELDS, VENDORS } from './exports.ts';
import { type FieldWords, LEAD_FIELDS, type LeadField } from './field-words.ts';
import { HISTORY_WORDS } from './history-words.ts';
import { LANGUAGES } from './index.ts';
import { CAMPAIGN_ID } from './spend-words.ts';
import { wordKey } from './word-key.ts';

let words: Dictionary<LeadField> | undefined;
let fileWords: Dictionary<string> | undefined;

/** Made at the first question: a bot that starts has none. */
export function leadWords(): Dictionary<LeadField> {
  words ??= dictionary(listsOf(), wrappings(), NO_FIELDS);
  return words;
}

/** Of columns, which tell of the lead's life as well. */
export function leadFileWords(): Dictionary<string> {
  fileWords ??= dictionary<string>(
    [...listsOf(), HISTORY_WORDS, { campaignId: CAMPAIGN_ID }],
    wrappings(),
    NO_FIELDS,
  );
  return fileWords;
}

function wrappings() {
  return {
    before: LANGUAGES.flatMap(({ asks }) => asks.before),
    after: LANGUAGES.flatMap(({ asks }) => asks.after),
  };
}

function listsOf(): FieldWords[] {
  const own = Object.fromEntries(LEAD_FIELDS.map((field) => [field, [field]]));
  return [own, ...VENDORS.map((vendor) => vendor.words), ...LANGUAGES.map((language) => language.words)];
}

/** What somebody can be asked about themselves; the rest is for the sender to say. */
export const ANSWERED = [
  ...(['name', 'firstName', 'lastName', 'email', 'phone', 'company', 'title', 'segment', 'region'] as const),
  ...(['companySize', 'message', 'campaign'] as const),
] as const;

export type Meaning = (typeof ANSWERED)[number];

const ANSWERABLE: ReadonlySet<string> = new Set(ANSWERED);

/** What a question or a key asks for. */
export function meaningOf(label: string): Meaning | null {
  const field = leadWords().find(label)?.field;
  return field && ANSWERABLE.has(field) ? (field as Meaning) : null;
}

/** Whether it is about when a lead came in; "Date" alone may be. */
export function tellsArrival(label: string): boolean {
  return leadWords().find(label)?.field === 'receivedAt';
}

/** The same where nobody looks it over: an appointment has a date as well. */
export function surelyTellsArrival(label: string): boolean {
  return tellsArrival(label) && !ANY_DAY.has(wordKey(label));
}

const ANY_DAY: ReadonlySet<string> = new Set(
  'date datum fecha data 日付 日時 日期 时间 startdate startdatum dataehora dataeora'.split(' ').map(wordKey),
);

/** Labels that name somebody else: an address below them is not the lead's. */
const OTHERS =
  /owner|assign|manager|salesperson|salesrep|accountexec|referr|recommend|createdby|modifiedby|updatedby|consultant|agent|inhaber|besitzer|zustandig|betreuer|bearbeiter|erstelltvon|empfohlen|proprietaire|responsable|commercial|propietario|vendedor|creadopor|proprietario|responsabile|creatoda|responsavel|eigenaar|verantwoordelijk|wlasciciel|opiekun|handlowiec|担当営業|営業担当|所有者|负责人|所有人|销售/;

export function namesSomebodyElse(label: string): boolean {
  return OTHERS.test(wordKey(label));
}
