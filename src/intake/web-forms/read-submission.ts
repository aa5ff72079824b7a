/** A submission of a web form → a lead, by the words that we know and by what marketers have said of this form's questions. */
import type { Question, WebForm } from '../../domain/web-form/web-form.ts';
import { liveInstantOf } from '../../reading/dates/live-instant.ts';
import { cleanLine } from '../../reading/text.ts';
import type { LeadInput } from '../../usecases/lead/receive-leads.ts';
import { ProblemError } from '../problem.ts';
import { leadOf } from '../webhooks/lead/lead-of.ts';
import type { Wish } from '../webhooks/vendor.ts';
import { givenOf, questionsOf, understood } from './questions.ts';
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
  /** The team’s, of times that name none. */
  timezone: string;
}

export function readSubmission(
  { source, meanings }: Pick<WebForm, 'source' | 'meanings'>,
  { value, isForm, wish, now, timezone }: Sent,
): Read {
  const { answers, externalId, submittedAt } = submissionOf(onlyOne(value), { isForm });
  const given = givenOf(answers);
  if (given.length === 0) throw new ProblemError(422, 'There is no answer in it; nothing was taken');
  const lead = leadOf(
    {
      source,
      // Nobody is refused for telling nothing of themselves: a marketer may know better what the questions mean.
      externalId: externalId ?? NO_ID,
      answers: understood(given, meanings),
      // As it was written it is among the answers.
      submittedAt: submittedAt && liveInstantOf(cleanLine(String(submittedAt)), { now, timezone })?.at,
    },
    { wish, now, timezone },
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
