/** The three steps of marketing that need words: a question, a reason, a link. */
import type { InputBlock, ModalView } from '@slack/types';
import type { MissingPermission } from '../../../domain/story/permission.ts';
import { missingPermissions, type Story } from '../../../domain/story/story.ts';
import { sayStoryTitle } from '../../../sentences/en/story.ts';
import { DECISION_FIELD, STORY_MODAL, storyKey } from '../../action-ids.ts';
import { input, section, type TangoBlock } from '../kit/blocks.ts';
import { option, radioButtons, textInput } from '../kit/elements.ts';
import { urlInput } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, person } from '../kit/text.ts';
import { missingWords } from './permissions.ts';

export type DecisionStep = 'asked_back' | 'declined' | 'published';

interface Words {
  callbackId: string;
  title: string;
  submit: string;
  label: string;
  hint: string;
}

const WORDS: Record<DecisionStep, Words> = {
  asked_back: {
    callbackId: STORY_MODAL.askBack,
    title: 'Ask back',
    submit: 'Ask',
    label: 'What would you like to know?',
    hint: 'The teller gets it as a direct message and can add to the story.',
  },
  declined: {
    callbackId: STORY_MODAL.decline,
    title: 'Decline the story',
    submit: 'Decline',
    label: 'Why can’t we use it?',
    hint: 'The teller reads this, and knows what helps next time.',
  },
  published: {
    callbackId: STORY_MODAL.publish,
    title: 'Published',
    submit: 'Mark as published',
    label: 'Where can it be read?',
    hint: 'The teller and the field channel get the link.',
  },
};

interface Scene {
  story: Story;
  /** The team's day: permissions run out. */
  today: string;
}

export function storyDecisionModal({ story, today }: Scene, step: DecisionStep, notice?: string): ModalView {
  const words = WORDS[step];
  return modal({
    callbackId: words.callbackId,
    title: words.title,
    submit: words.submit,
    privateMetadata: storyKey.encode(story.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(sayStoryTitle(story))}*, told by ${person(story.toldBy)}`),
      field(step, words),
      ...(step === 'published' ? unpermittedFields(missingPermissions(story, today)) : []),
    ],
  });
}

function field(step: DecisionStep, { label, hint }: Words): InputBlock {
  const action = DECISION_FIELD.note;
  const element =
    step === 'published'
      ? urlInput({ action, placeholder: 'https://' })
      : textInput({ action, multiline: true, maxLength: 1000 });
  return input({ blockId: DECISION_FIELD.note, label, hint, element });
}

/** Nothing is chosen beforehand: only who published it knows. */
function unpermittedFields(missing: readonly MissingPermission[]): TangoBlock[] {
  if (missing.length === 0) return [];
  const { unpermitted, reason } = DECISION_FIELD;
  const options = [option('Published without them', 'left_out'), option('Published with them', 'used')];
  return [
    section(`:warning: *Not permitted today:* ${missingWords(missing)}`),
    input({
      blockId: unpermitted,
      label: 'How was it published?',
      element: radioButtons({ action: unpermitted, options }),
    }),
    input({
      blockId: reason,
      label: 'With them: why could it not wait?',
      hint: 'It stands in the story’s thread and in the audit log, where managers read it.',
      element: textInput({ action: reason, multiline: true, maxLength: 500 }),
      optional: true,
    }),
  ];
}
