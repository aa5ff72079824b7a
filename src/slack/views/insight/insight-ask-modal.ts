import type { ModalView } from '@slack/types';
import { INSIGHT_KINDS, type InsightKind } from '../../../domain/insight/insight-kind.ts';
import type { PersonId } from '../../../domain/team/actor.ts';
import { clip } from '../../../sentences/clip.ts';
import { KIND_WORDS } from '../../../sentences/en/insight.ts';
import { INSIGHT_MODAL, REQUEST_FIELD } from '../../action-ids.ts';
import { input } from '../kit/blocks.ts';
import { datePicker, option, staticSelect, textInput } from '../kit/elements.ts';
import { peopleSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';

export interface AskModalScene {
  kind: InsightKind | null;
  topic: string;
  segment?: string | null;
  people?: readonly PersonId[];
  /** YYYY-MM-DD. */
  dueDate: string;
  notice?: string | undefined;
}

const LONGEST = { topic: 200, line: 100, purpose: 500 } as const;

export function insightAskModal(scene: AskModalScene): ModalView {
  return modal({
    callbackId: INSIGHT_MODAL.ask,
    title: 'Ask the field',
    submit: 'Ask',
    blocks: [
      ...movedNotice(scene.notice),
      input({ blockId: REQUEST_FIELD.kind, label: 'What do you need?', element: kindSelect(scene.kind) }),
      line('topic', { label: 'About what?', initial: clip(scene.topic, LONGEST.topic) }),
      line('purpose', { label: 'What is it for?', hint: 'People help sooner when they know.' }),
      line('segment', {
        label: 'Segment',
        optional: true,
        initial: clip(scene.segment ?? '', LONGEST.line),
      }),
      line('product', { label: 'Product', optional: true }),
      input({
        blockId: REQUEST_FIELD.people,
        label: 'Whom to ask first',
        hint: 'They get a direct message. Everybody in the field channel can answer.',
        optional: true,
        element: peopleSelect({
          action: REQUEST_FIELD.people,
          placeholder: 'Choose people',
          ...(scene.people?.length ? { chosen: scene.people } : {}),
        }),
      }),
      input({
        blockId: REQUEST_FIELD.dueDate,
        label: 'By when?',
        element: datePicker({ action: REQUEST_FIELD.dueDate, initial: scene.dueDate }),
      }),
    ],
  });
}

interface Line {
  label: string;
  initial?: string;
  hint?: string;
  optional?: boolean;
}

function line(field: 'topic' | 'purpose' | 'segment' | 'product', { initial, ...words }: Line) {
  const maxLength = field === 'topic' || field === 'purpose' ? LONGEST[field] : LONGEST.line;
  const element = textInput({ action: REQUEST_FIELD[field], maxLength, ...(initial ? { initial } : {}) });
  return input({ blockId: REQUEST_FIELD[field], element, ...words });
}

function kindSelect(chosen: InsightKind | null) {
  const options = INSIGHT_KINDS.map((kind) => option(KIND_WORDS[kind].label, kind));
  const initial = options.find((each) => each.value === chosen);
  return staticSelect({
    action: REQUEST_FIELD.kind,
    options,
    placeholder: 'Choose one',
    ...(initial ? { chosen: initial } : {}),
  });
}
