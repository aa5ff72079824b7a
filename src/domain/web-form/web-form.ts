/**
 * A web form: any form or tool that posts what somebody filled in to an address of its own, which is its secret.
 *
 * Made and removed by marketers and managers, or on the command line. Its submissions are leads of its source. Which question asks for
 * what is read from its words; where they say nothing, a marketer says it once and it holds from then on.
 * The key of its address is kept as a hash: it is shown when it is made, and a lost one is replaced. A form of a vendor's with a webhook of its own is
 * one as well, from its first submission on: it has no address here.
 *
 * Received by intake/web-forms and intake/webhooks. Shown by slack/views/web-form. Stored by store/web-form.
 */
import type { VendorDoor } from '../delivery/door.ts';
import type { Actor } from '../team/actor.ts';

export type WebFormId = string & { readonly __webForm: never };

/** What a question can ask for: what one can be asked about oneself. */
export const ASKED_FOR = [
  ...(['name', 'firstName', 'lastName', 'email', 'phone', 'company', 'title', 'segment', 'region'] as const),
  ...(['companySize', 'message', 'campaign'] as const),
] as const;

type AskedFor = (typeof ASKED_FOR)[number];

/** As a marketer says it: a field, an answer like others under "More", or nothing that is to be kept. */
export const MEANINGS = [...ASKED_FOR, 'other', 'left_out'] as const;

export type QuestionMeaning = (typeof MEANINGS)[number];

export interface Question {
  label: string;
  /** What its words say that it asks for; null: they say nothing that we know. */
  read: AskedFor | null;
  /** A form's own bookkeeping, about which nobody is asked. */
  isNoise: boolean;
}

/** By question. */
export type Meanings = Readonly<Record<string, QuestionMeaning>>;

export interface WebForm {
  id: WebFormId;
  /** Whose form it is; null: it has an address of its own. */
  door: VendorDoor | null;
  name: string;
  /** As it is stored with its leads. */
  source: string;
  createdBy: Actor;
  createdAt: number;
  removedAt: number | null;
  /** Of the last submission, in its order. */
  questions: readonly Question[];
  meanings: Meanings;
  /** The secret of its signatures, sealed; null: it asks for none. */
  signing: string | null;
  /** When marketing was told last of questions that nobody has understood; null: it was not. */
  toldAt: number | null;
}

/** By what a vendor's form is known here, as others are by the hash of their key. */
export function vendorFormKey(door: VendorDoor, formId: string): string {
  return `${door}:${formId}`;
}

/** A form that sends the same words again within this time has sent them twice. */
export const SENT_TWICE_WITHIN_MINUTES = 10;

export const LONGEST_NAME = 100;

/** How many questions of a submission are kept. */
const MOST_QUESTIONS = 60;

/** Those that nobody has understood so far, neither we nor a marketer. */
export function openQuestions({ questions, meanings }: Pick<WebForm, 'questions' | 'meanings'>): Question[] {
  return questions.filter(
    ({ label, read, isNoise }) => read === null && !isNoise && !Object.hasOwn(meanings, label),
  );
}

/**
 * What a form asks after what it has sent now. Of HubSpot it is whatever a contact was asked, by one of its many forms: what others were asked stays, those
 * that nobody has understood before the others.
 */
export function questionsAfter(
  form: Pick<WebForm, 'door' | 'questions' | 'meanings'>,
  sent: readonly Question[],
): readonly Question[] {
  if (form.door !== 'hubspot') return sent.slice(0, MOST_QUESTIONS);
  const now = new Map([...form.questions, ...sent].map((question) => [question.label, question]));
  const all = [...now.values()];
  if (all.length <= MOST_QUESTIONS) return all;
  const open = new Set(openQuestions({ questions: all, meanings: form.meanings }));
  return [...open, ...all.filter((each) => !open.has(each))].slice(0, MOST_QUESTIONS);
}

/** What a marketer has said of it. */
export function saidOf(meanings: Meanings, label: string): QuestionMeaning | undefined {
  return Object.hasOwn(meanings, label) ? meanings[label] : undefined;
}

/** What a question is taken for today; null: nobody knows. */
export function meaningIn(
  { meanings }: Pick<WebForm, 'meanings'>,
  { label, read }: Question,
): QuestionMeaning | null {
  return saidOf(meanings, label) ?? read;
}

/** How many a marketer is asked about at once: those that nobody has understood first. */
const MOST_ASKED = 40;

export function questionsToAsk(form: Pick<WebForm, 'questions' | 'meanings'>): Question[] {
  const asked = form.questions.filter(({ isNoise, read }) => !isNoise || read !== null);
  const open = new Set(openQuestions(form));
  const sorted = [...asked.filter((each) => open.has(each)), ...asked.filter((each) => !open.has(each))];
  const byId = new Map(sorted.map((each) => [questionId(each.label), each]));
  return [...byId.values()].slice(0, MOST_ASKED);
}

/** The same for the same question, and short: a field of a modal is known by it. */
export function questionId(label: string): string {
  let hash = 0x811c9dc5;
  for (const unit of label) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `question_${hash.toString(36)}`;
}

/** Of the trouble that nobody understands some of its questions. */
export function unclearSubject(id: WebFormId): string {
  return `${UNCLEAR}${id}`;
}

const UNCLEAR = 'form:';

/** Null: it is another trouble. */
export function unclearFormOf(subject: string): WebFormId | null {
  return subject.startsWith(UNCLEAR) ? (subject.slice(UNCLEAR.length) as WebFormId) : null;
}
