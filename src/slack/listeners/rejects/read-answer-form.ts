import { z } from 'zod';
import { fieldProblem, refuseFields } from '../../../domain/refusals.ts';
import type { GivenAnswer } from '../../../domain/rejects/answer.ts';
import { CHANGES } from '../../../domain/rejects/rejects.ts';
import { ANSWER_FIELD, type AnswerKey } from '../../action-ids.ts';
import { LONGEST_SENTENCE } from '../../views/rejects/answer-modal.ts';
import { checked } from '../edge/checked.ts';
import { chosen, type FormValues, typed } from '../edge/form-values.ts';

const Answer = z.object({
  change: z.enum(CHANGES).nullable(),
  sentence: z.string().max(LONGEST_SENTENCE).nullable(),
});

export function readAnswer(values: FormValues, step: AnswerKey['step']): GivenAnswer {
  const { change, sentence } = checked(Answer, {
    change: step === 'nothing' ? 'nothing' : chosen(values, ANSWER_FIELD.change),
    sentence: typed(values, ANSWER_FIELD.sentence),
  });
  const problems = [
    ...(change === null ? [fieldProblem(ANSWER_FIELD.change, 'change_needed')] : []),
    ...(sentence === null ? [fieldProblem(ANSWER_FIELD.sentence, 'sentence_needed')] : []),
  ];
  if (change === null || sentence === null) throw refuseFields(problems);
  return { change, sentence };
}
