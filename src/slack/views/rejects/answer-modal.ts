/** What was changed, or why nothing; the same to correct it. */
import type { ModalView } from '@slack/types';
import { CHANGES, type Change, type SummedRejects } from '../../../domain/rejects/rejects.ts';
import { clip } from '../../../sentences/clip.ts';
import { sayRejectsOf, saySummed } from '../../../sentences/en/rejects.ts';
import { ANSWER_FIELD, type AnswerKey, answerKey, REJECTS_MODAL } from '../../action-ids.ts';
import { input, section, type TangoBlock } from '../kit/blocks.ts';
import { option, radioButtons, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

const TITLES: Record<AnswerKey['step'], string> = {
  changed: 'What we changed',
  nothing: 'Nothing, because…',
  correct: 'Correct the answer',
};

const CHANGE_NAMES: Record<Change, string> = {
  targeting: 'The targeting: whom we reach',
  form: 'The form: what we ask',
  message: 'The message: what we say',
  offer: 'The offer: what they get',
  nothing: 'Nothing',
};

/** Longer is no sentence. */
export const LONGEST_SENTENCE = 300;

export function answerModal(summed: SummedRejects, step: AnswerKey['step'], notice?: string): ModalView {
  const { id, answer } = summed.rejects;
  return modal({
    callbackId: REJECTS_MODAL.answer,
    title: TITLES[step],
    submit: step === 'correct' ? 'Correct' : 'Answer',
    privateMetadata: answerKey.encode({ rejectsId: id, step }),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(clip(sayRejectsOf(summed), 100))}*: ${escapeText(saySummed(summed))}`),
      ...(step === 'nothing' ? [] : [changeField(step, answer?.change)]),
      sentenceField(step, answer?.sentence),
    ],
  });
}

function changeField(step: AnswerKey['step'], chosen: Change | undefined): TangoBlock {
  const action = ANSWER_FIELD.change;
  const options = CHANGES.filter((change) => change !== 'nothing' || step === 'correct').map((change) =>
    option(CHANGE_NAMES[change], change),
  );
  const picked = step === 'correct' ? options.find(({ value }) => value === chosen) : undefined;
  const element = radioButtons({ action, options, ...(picked ? { chosen: picked } : {}) });
  return input({ blockId: action, label: 'What was it?', element });
}

function sentenceField(step: AnswerKey['step'], before: string | undefined): TangoBlock {
  const action = ANSWER_FIELD.sentence;
  const element = textInput({
    ...{ action, multiline: true, maxLength: LONGEST_SENTENCE },
    ...(step === 'correct' && before ? { initial: before } : {}),
    placeholder:
      step === 'nothing'
        ? 'They fit, sales and I look at them on Friday.'
        : '5 houses and more, from Monday.',
  });
  return input({
    blockId: action,
    label: step === 'nothing' ? 'Why does it stay as it is?' : 'In a sentence',
    hint: 'Who rejected these leads reads it, and so does everybody in the next scorecard.',
    element,
  });
}
