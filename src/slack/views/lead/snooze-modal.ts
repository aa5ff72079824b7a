import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { LEAD_MODAL, leadKey, SNOOZE_FIELD } from '../../action-ids.ts';
import { context, input, section } from '../kit/blocks.ts';
import { datePicker } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export interface SnoozeScene {
  lead: Lead;
  /** YYYY-MM-DD, offered first. */
  tomorrow: string;
  notice?: string | undefined;
}

export function snoozeModal({ lead, tomorrow, notice }: SnoozeScene): ModalView {
  return modal({
    callbackId: LEAD_MODAL.snooze,
    title: 'Snooze',
    submit: 'Snooze',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      input({
        blockId: SNOOZE_FIELD.date,
        label: 'No reminder before',
        element: datePicker({ action: SNOOZE_FIELD.date, initial: tomorrow }),
      }),
      context('Promises are counted as before; only the reminders wait.'),
    ],
  });
}
