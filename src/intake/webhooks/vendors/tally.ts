import { z } from 'zod';
import type { Answer } from '../../../reading/lead/sort-answers.ts';
import type { Meaning } from '../../../reading/words/lead-words.ts';
import { type Known, unreadOf } from '../lead/unread.ts';
import { anything, id, optionalText, readBody } from '../read-body.ts';
import { assertSame, hmac } from '../signature.ts';
import { KIB, type Vendor } from '../vendor.ts';

/** The options of each question come with each answer. It signs no time: a replay is known by the response's id. */
export const tally: Vendor = {
  name: 'tally',
  secret: 'TALLY_SIGNING_SECRET',
  limit: 256 * KIB,

  authenticate({ header, body }, secret) {
    assertSame(header('tally-signature'), hmac(secret, [body], 'base64'));
  },

  read(body) {
    if (readBody(Event, body).eventType !== 'FORM_RESPONSE') return {};
    const { data } = readBody(Submitted, body);
    const submission = {
      source: 'Tally',
      externalId: data.responseId,
      submittedAt: data.createdAt,
      answers: (data.fields ?? []).map(answerOf),
      details: { Form: data.formName },
      others: unreadOf(body, KNOWN),
    };
    const form = { id: data.formId ?? data.formName ?? 'form', name: data.formName ?? null };
    return { submissions: [{ form, submission }] };
  },
};

const Event = z.object({ eventType: z.string() });

const Option = z.object({ id: z.string(), text: z.string() });

const Field = z.object({
  label: optionalText,
  type: optionalText,
  value: anything,
  options: z.array(Option).nullish().catch(null),
});

const Submitted = z.object({
  data: z.object({
    responseId: id,
    ...{ formId: optionalText, formName: optionalText },
    createdAt: anything,
    fields: z.array(Field).nullish(),
  }),
});

/** Ids of the delivery, and what is read. */
const KNOWN: Known = {
  ...{ eventId: true, eventType: true, createdAt: true },
  data: {
    ...{ responseId: true, submissionId: true, respondentId: true, formId: true, formName: true },
    createdAt: true,
    fields: { key: true, label: true, type: true, value: true, options: true, rows: true, columns: true },
  },
};

const MEANINGS = new Map<string, Meaning>([
  ['INPUT_EMAIL', 'email'],
  ['INPUT_PHONE_NUMBER', 'phone'],
  ['TEXTAREA', 'message'],
]);

function answerOf({ label, type, value, options }: z.infer<typeof Field>): Answer {
  const meaning = MEANINGS.get(type ?? '');
  const texts = new Map((options ?? []).map((option) => [option.id, option.text]));
  const said = Array.isArray(value)
    ? value.map((each) => (typeof each === 'string' ? (texts.get(each) ?? each) : each))
    : value;
  return { label: label ?? '', value: said, ...(meaning ? { meaning } : {}) };
}
