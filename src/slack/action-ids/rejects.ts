import type { RejectsId } from '../../domain/rejects/rejects.ts';
import { AppError, inWords } from '../../errors.ts';
import type { Codec } from './codec.ts';
import { ID } from './id.ts';

export const REJECTS = {
  all: 'rejects_all',
  pageBack: 'rejects_page_back',
  pageOn: 'rejects_page_on',
  changed: 'rejects_changed',
  nothing: 'rejects_nothing',
  correct: 'rejects_correct',
  withdraw: 'rejects_withdraw',
  answers: 'rejects_answers',
} as const;

export const REJECTS_MODAL = {
  all: 'rejects_all_modal',
  answer: 'rejects_answer_modal',
  answers: 'rejects_answers_modal',
} as const;

export const ANSWER_FIELD = { change: 'change', sentence: 'sentence' } as const;

export function parseRejectsId(value: string | undefined): RejectsId {
  if (value === undefined || !ID.test(value))
    throw new AppError('invalid', inWords('This button names no rejects.'));
  return value as RejectsId;
}

export interface RejectsPage {
  rejectsId: RejectsId;
  /** From 0. */
  page: number;
}

export const rejectsPage: Codec<RejectsPage> = {
  encode: ({ rejectsId, page }) => `${page}:${rejectsId}`,
  decode: (text) => {
    const [page = '', id] = text.split(':');
    return { rejectsId: parseRejectsId(id), page: /^\d{1,4}$/.test(page) ? Number(page) : 0 };
  },
};

const STEPS = ['changed', 'nothing', 'correct'] as const;

/** The modal of an answer carries what it answers, and how. */
export interface AnswerKey {
  rejectsId: RejectsId;
  step: (typeof STEPS)[number];
}

export const answerKey: Codec<AnswerKey> = {
  encode: ({ rejectsId, step }) => `${step}:${rejectsId}`,
  decode: (text) => {
    const [said, id] = text.split(':');
    return { rejectsId: parseRejectsId(id), step: STEPS.find((step) => step === said) ?? 'changed' };
  },
};
