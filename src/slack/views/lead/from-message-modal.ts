import type { ModalView } from '@slack/types';
import type { EntryDraft } from '../../../domain/lead/entry-draft.ts';
import { type MessagePlace, messageUrl } from '../../../domain/lead/message-place.ts';
import { LEAD_MODAL, messageKey } from '../../action-ids.ts';
import { context } from '../kit/blocks.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { link } from '../kit/text.ts';
import { type EntryFields, entryField, entryTicks, sourceField, toldFields } from './entry-fields.ts';

export interface FromMessageScene {
  place: MessagePlace;
  source: string;
  prefill: EntryDraft;
  shown?: readonly string[] | undefined;
  notice?: string | undefined;
}

/** The form is filled in once: its blocks are always the same. */
export const MESSAGE_ENTRY = 'message';

/** "Make this a lead": filled in from the message, for a person to look over. */
export function fromMessageModal({ place, source, prefill, shown, notice }: FromMessageScene): ModalView {
  const fields: EntryFields = { entryId: MESSAGE_ENTRY, initial: { ...prefill, source }, shown };
  const url = messageUrl(place);
  const from = url ? link(url, 'this message') : 'a message';
  return modal({
    callbackId: LEAD_MODAL.message,
    title: 'Make this a lead',
    submit: 'Save',
    privateMetadata: messageKey.encode(place),
    blocks: [
      ...movedNotice(notice),
      context(`Read from ${from}; please look it over.`),
      entryField(fields, 'name', { optional: true }),
      entryField(fields, 'company', { optional: true }),
      entryField(fields, 'reach', { optional: true }),
      sourceField(fields),
      entryField(fields, 'message', { optional: true }),
      entryTicks(MESSAGE_ENTRY, { claims: false }),
      ...toldFields(fields),
    ],
  });
}
