import type { ModalView } from '@slack/types';
import type { Jotting } from '../../../domain/lead/jotting.ts';
import { type MessagePlace, messageUrl } from '../../../domain/lead/message-place.ts';
import { LEAD_MODAL, messageModalData } from '../../action-ids.ts';
import { context } from '../kit/blocks.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { link } from '../kit/text.ts';
import { type JotFields, jotField, jotTicks } from './jot-fields.ts';

export interface MessageLeadModalScene {
  place: MessagePlace;
  source: string;
  jotting: Jotting;
  notice?: string;
}

const ROUND = 'message';

/** "Make this a lead": filled in from the message, for a person to look over. */
export function messageLeadModal({ place, source, jotting, notice }: MessageLeadModalScene): ModalView {
  const fields: JotFields = { round: ROUND, initial: { ...jotting, source } };
  const url = messageUrl(place);
  const from = url ? link(url, 'this message') : 'a message';
  return modal({
    callbackId: LEAD_MODAL.message,
    title: 'Make this a lead',
    submit: 'Save',
    privateMetadata: messageModalData.encode(place),
    blocks: [
      ...movedNotice(notice),
      context(`Read from ${from}; please look it over.`),
      jotField(fields, 'name', { optional: true }),
      jotField(fields, 'company', { optional: true }),
      jotField(fields, 'reach', { optional: true }),
      jotField(fields, 'source'),
      jotField(fields, 'message', { optional: true }),
      jotTicks(ROUND, { claims: false }),
    ],
  });
}
