import { z } from 'zod';
import type { Answer } from '../../../reading/lead/sort-answers.ts';
import type { Meaning } from '../../../reading/words/lead-words.ts';
import { openRecord } from '../../schemas/open-record.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { anything, id, optionalText, readBody } from '../read-body.ts';
import { assertSame, hmac } from '../signature.ts';
import { KIB, type Vendor } from '../vendor.ts';

/** The whole form comes with each submission. It signs no time: a replay is known by the submission's token. */
export const typeform: Vendor = {
  name: 'typeform',
  secret: 'TYPEFORM_SECRET',
  limit: 1024 * KIB,

  authenticate({ header, body }, secret) {
    assertSame(header('typeform-signature'), `sha256=${hmac(secret, [body], 'base64')}`);
  },

  read(body) {
    if (readBody(Event, body).event_type !== 'form_response') return {};
    const { form_response: form } = readBody(Submitted, body);
    const submission = {
      source: 'Typeform',
      externalId: form.token,
      submittedAt: form.submitted_at,
      answers: [...answersOf(form), ...hiddenOf(form)],
      details: { Form: form.definition?.title ?? form.form_id, Score: form.calculated?.score },
      others: [...variablesOf(form), ...unreadOf(body, KNOWN)],
    };
    const id = form.form_id ?? form.definition?.id ?? form.definition?.title ?? 'form';
    return { submissions: [{ form: { id, name: form.definition?.title ?? null }, submission }] };
  },
};

const Event = z.object({ event_type: z.string() });

const Field = z.object({ id: optionalText, title: optionalText, type: optionalText });

const Answered = z
  .object({ type: z.string().catch(''), field: Field.nullish().catch(null) })
  .catchall(z.unknown());

const Variable = z.object({ key: z.string(), type: z.string() }).catchall(z.unknown());

const Submitted = z.object({
  form_response: z.object({
    token: id,
    form_id: optionalText,
    submitted_at: anything,
    hidden: openRecord(z.unknown()).nullish().catch(null),
    calculated: z.object({ score: anything }).nullish().catch(null),
    variables: z.array(Variable).nullish().catch(null),
    definition: z
      .object({ id: optionalText, title: optionalText, fields: z.array(Field).nullish().catch(null) })
      .nullish()
      .catch(null),
    answers: z.array(Answered).nullish(),
  }),
});

/** Ids of the delivery, the form as it was made, and what is read. */
const KNOWN: Known = {
  ...{ event_id: true, event_type: true },
  form_response: {
    ...{ token: true, form_id: true, submitted_at: true, landed_at: true, hidden: true, variables: true },
    calculated: { score: true },
    definition: true,
    ending: true,
    answers: (answer) => ({ type: true, field: true, [typeOf(answer)]: true }),
  },
};

/** Whatever else stands there is none, and may be nested deeper than a text is made of. */
function typeOf(answer: unknown): string {
  const { type } = answer as { type?: unknown };
  return typeof type === 'string' ? type : 'type';
}

type Form = z.infer<typeof Submitted>['form_response'];

const MEANINGS = new Map<string, Meaning>([
  ['email', 'email'],
  ['phone_number', 'phone'],
  ['long_text', 'message'],
]);

function answersOf({ definition, answers }: Form): Answer[] {
  const titles = new Map((definition?.fields ?? []).map((field) => [field.id, field.title]));
  return (answers ?? []).map((answer) => {
    const meaning = MEANINGS.get(answer.field?.type ?? '') ?? MEANINGS.get(answer.type);
    const label = titles.get(answer.field?.id ?? '') ?? answer.field?.title ?? answer.type;
    return { label, value: said(answer), ...(meaning ? { meaning } : {}) };
  });
}

/** Under the name of its type; of choices what the person saw, not their ids. */
function said(answer: z.infer<typeof Answered>): unknown {
  const value = Object.hasOwn(answer, answer.type) ? answer[answer.type] : null;
  if (answer.type === 'choice') return labels(Choice.safeParse(value).data) ?? value;
  if (answer.type === 'choices') return labels(Choices.safeParse(value).data) ?? value;
  return value;
}

const Choice = z.object({ label: optionalText, other: optionalText });
const Choices = z.object({ labels: z.array(z.string()).nullish(), other: optionalText });

function labels(chosen: z.infer<typeof Choice> | z.infer<typeof Choices> | undefined): string[] | null {
  if (!chosen) return null;
  const named = 'labels' in chosen ? (chosen.labels ?? []) : [('label' in chosen && chosen.label) || ''];
  return [...named, chosen.other ?? ''].filter(Boolean);
}

/** What the form has reckoned. The score is told twice. */
function variablesOf({ variables, calculated }: Form): [string, unknown][] {
  return (variables ?? [])
    .filter(({ key }) => key !== 'score' || calculated?.score === undefined)
    .map((variable) => [
      variable.key,
      Object.hasOwn(variable, variable.type) ? variable[variable.type] : null,
    ]);
}

/** What the address of the form carried: utm_campaign and the like. */
function hiddenOf({ hidden }: Form): Answer[] {
  return Object.entries(hidden ?? {}).map(([label, value]) => ({ label, value }));
}
