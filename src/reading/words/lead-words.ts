import { type Dictionary, dictionary } from './dictionary.ts';
import { VENDORS } from './exports.ts';
import { type FieldWords, LEAD_FIELDS, type LeadField } from './field-words.ts';
import { LANGUAGES } from './index.ts';
import { wordKey } from './word-key.ts';

let words: Dictionary<LeadField> | undefined;

/** Made at the first question: a bot that starts has none. */
export function leadWords(): Dictionary<LeadField> {
  words ??= dictionary(listsOf(), {
    before: LANGUAGES.flatMap(({ asks }) => asks.before),
    after: LANGUAGES.flatMap(({ asks }) => asks.after),
  });
  return words;
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

/** Labels that name somebody else: an address below them is not the lead's. */
const OTHERS =
  /owner|assign|manager|salesperson|salesrep|accountexec|referr|recommend|createdby|modifiedby|updatedby|consultant|agent|inhaber|besitzer|zustandig|betreuer|bearbeiter|erstelltvon|empfohlen|proprietaire|responsable|commercial|propietario|vendedor|creadopor|proprietario|responsabile|creatoda|responsavel|eigenaar|verantwoordelijk|wlasciciel|opiekun|handlowiec|担当営業|営業担当|所有者|负责人|所有人|销售/;

export function namesSomebodyElse(label: string): boolean {
  return OTHERS.test(wordKey(label));
}
