import type { ModalView } from '@slack/types';
import type { InsightRequest } from '../../../domain/insight/insight-request.ts';
import { INSIGHT_MODAL, KNOWS_WHO_FIELD, requestKey } from '../../action-ids.ts';
import { input, section } from '../kit/blocks.ts';
import { personSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { person } from '../kit/text.ts';
import { wantedBold } from './insight-words.ts';

export function insightKnowsWhoModal(request: InsightRequest, notice?: string): ModalView {
  return modal({
    callbackId: INSIGHT_MODAL.knowsWho,
    title: 'Who would know?',
    submit: 'Ask them',
    privateMetadata: requestKey.encode(request.id),
    blocks: [
      ...movedNotice(notice),
      section(`${person(request.askedBy)} asks for ${wantedBold(request)}.`),
      input({
        blockId: KNOWS_WHO_FIELD.named,
        label: 'Who?',
        hint: 'They get a direct message that says you named them.',
        element: personSelect({ action: KNOWS_WHO_FIELD.named, placeholder: 'Choose a person' }),
      }),
      input({
        blockId: KNOWS_WHO_FIELD.note,
        label: 'What do they know?',
        optional: true,
        element: textInput({ action: KNOWS_WHO_FIELD.note, maxLength: 300 }),
      }),
    ],
  });
}
