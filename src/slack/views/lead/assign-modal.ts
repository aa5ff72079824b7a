import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { ASSIGN_FIELD, LEAD_MODAL, leadKey } from '../../action-ids.ts';
import { context, input, section } from '../kit/blocks.ts';
import { personSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

export interface AssignScene {
  lead: Lead;
  /** Of times, for old clients. */
  timezone?: string;
  /** When whoever is chosen hears of it; null: at once, or nobody is chosen yet. */
  hearsAt?: number | null;
  notice?: string | undefined;
}

/** A new lead goes to somebody, or one that somebody has goes to another. */
export function assignModal({ lead, timezone = 'UTC', hearsAt = null, notice }: AssignScene): ModalView {
  const isNew = lead.state === 'new';
  return modal({
    callbackId: isNew ? LEAD_MODAL.assign : LEAD_MODAL.handOver,
    title: isNew ? 'Assign' : 'Hand over',
    submit: isNew ? 'Assign' : 'Hand over',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      input({
        blockId: ASSIGN_FIELD.person,
        label: 'To whom?',
        dispatches: true,
        element: personSelect({ action: ASSIGN_FIELD.person, placeholder: 'Choose a person' }),
      }),
      ...(hearsAt === null
        ? []
        : [context(`They are not at work now. They hear of it ${readerTime(hearsAt, timezone, 'at')}.`)]),
      input({
        blockId: ASSIGN_FIELD.note,
        label: 'Note',
        optional: true,
        element: textInput({ action: ASSIGN_FIELD.note, multiline: true, maxLength: 1000 }),
      }),
      context('They get a direct message with your note and the buttons, also outside of the leads channel.'),
    ],
  });
}
