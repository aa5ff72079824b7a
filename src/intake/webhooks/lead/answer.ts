import { ALIASES, normalized } from '../../csv/columns/aliases.ts';

/** One thing that somebody filled in, or that the form knows about it. */
export interface FormAnswer {
  /** The question as the person read it. */
  label: string;
  value: unknown;
  /** Where the vendor says what it asks for. */
  meaning?: Meaning | null;
}

export type Meaning = (typeof MEANINGS)[number] | 'firstName' | 'lastName';

const MEANINGS = [
  'email',
  'phone',
  'name',
  'company',
  'title',
  'segment',
  'region',
  'companySize',
  'message',
  'campaign',
] as const;

/** Headers of files and labels of forms are the same words; these are said by forms alone. */
const SAID_BY_FORMS: Readonly<Record<string, Meaning>> = {
  firstname: 'firstName',
  givenname: 'firstName',
  lastname: 'lastName',
  surname: 'lastName',
  familyname: 'lastName',
  yourname: 'name',
  youremail: 'email',
  workphone: 'phone',
  workphonenumber: 'phone',
  yourphone: 'phone',
  numemployees: 'companySize',
  yourmessage: 'message',
};

const KNOWN = new Map<string, Meaning>([
  ...MEANINGS.flatMap((field) => (ALIASES.leads[field] ?? []).map((word) => [word, field] as const)),
  ...Object.entries(SAID_BY_FORMS),
]);

/** Questions ("What is your first name?") that leave no doubt. */
const QUESTIONS: readonly [RegExp, Meaning][] = [
  [/\bfirst name\b/i, 'firstName'],
  [/\b(last|family) name\b|\bsurname\b/i, 'lastName'],
  [/\b(full|your) name\b/i, 'name'],
  [/\byour (work |business )?e-?mail\b/i, 'email'],
  [/\byour (job title|role)\b/i, 'title'],
];

export function meaningOf(label: string): Meaning | null {
  const known = KNOWN.get(normalized(label));
  return known ?? QUESTIONS.find(([asks]) => asks.test(label))?.[1] ?? null;
}
