/** A submission of a web form → a lead, by the words that we know and by what marketers have said of this form's questions. */
import { ASKED_FOR, type Question, saidOf, type WebForm } from '../../domain/web-form/web-form.ts';
import { type Answer, clipped } from '../../reading/lead/sort-answers.ts';
import { textOf } from '../../reading/lead/value-text.ts';
import { cleanLine } from '../../reading/text.ts';
import { meaningOf, surelyTellsArrival } from '../../reading/words/lead-words.ts';
import { wordKey } from '../../reading/words/word-key.ts';
import type { LeadInput } from '../../usecases/lead/receive-leads.ts';
import { ProblemError } from '../problem.ts';
import { leadOf } from '../webhooks/lead/lead-of.ts';
import type { Wish } from '../webhooks/vendor.ts';
import { isDeliveryId, isNoise, isOwnId, isPlainId, isTime } from './form-words.ts';
import { submissionOf } from './submission.ts';

interface Read {
  lead: LeadInput;
  questions: Question[];
}

export interface Sent {
  value: unknown;
  isForm: boolean;
  wish: Wish;
  now: number;
}

export function readSubmission(
  { source, meanings }: Pick<WebForm, 'source' | 'meanings'>,
  { value, isForm, wish, now }: Sent,
): Read {
  const { answers, externalId, submittedAt } = submissionOf(onlyOne(value), { isForm });
  const given = answers.filter((answer) => textOf(answer.value) !== null);
  if (given.length === 0) throw new ProblemError(422, 'There is no answer in it; nothing was taken');
  const kept = given.filter(({ label }) => saidOf(meanings, keyOf(label)) !== 'left_out');
  const lead = leadOf(
    {
      source,
      // Nobody is refused for telling nothing of themselves: a marketer may know better what the questions mean.
      externalId: externalId ?? NO_ID,
      answers: kept.map((answer) => meant(answer, meanings)),
      submittedAt,
    },
    { wish, now },
  );
  return { lead: externalId === null ? { ...lead, externalId: null } : lead, questions: questionsOf(given) };
}

const NO_ID = '-';

/** A tool that sends lists sends one at a time here. */
function onlyOne(value: unknown): unknown {
  if (!Array.isArray(value)) {
    if (typeof value === 'object' && value !== null) return value;
    throw new ProblemError(422, 'Send an object with the answers; nothing was taken');
  }
  if (value.length === 1) return onlyOne(value[0]);
  throw new ProblemError(422, 'Send one submission at a time; nothing was taken');
}

function meant(answer: Answer, meanings: WebForm['meanings']): Answer {
  const said = saidOf(meanings, keyOf(answer.label));
  if (said === undefined) return answer;
  return { ...answer, meaning: said === 'other' || said === 'left_out' ? null : said };
}

/** As it stands in the list of questions and under the lead's other answers. */
function keyOf(label: string): string {
  return clipped(cleanLine(label.replaceAll('\0', '')) || '(no name)', 100);
}

function questionsOf(answers: readonly Answer[]): Question[] {
  const questions = answers.map(({ label }): Question => {
    const key = wordKey(label);
    const read = meaningOf(label);
    return {
      label: keyOf(label),
      read: read !== null && ASKED_FOR.includes(read) ? read : null,
      isNoise:
        isNoise(key) ||
        isPlainId(key) ||
        isOwnId(key) ||
        isDeliveryId(key) ||
        isTime(key) ||
        surelyTellsArrival(label),
    };
  });
  const known = new Set<string>();
  return questions.filter(({ label }) => !known.has(label) && known.add(label));
}
