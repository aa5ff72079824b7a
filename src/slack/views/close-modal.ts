import type { ModalView } from '@slack/types';
import { type Lead, leadTitle } from '../../domain/lead/lead.ts';
import { majorUnits } from '../../domain/money.ts';
import { CLOSE_FIELD, closeModalData, LEAD_MODAL } from '../action-ids.ts';
import { input, section } from './blocks.ts';
import { textInput } from './elements.ts';
import { movedNotice } from './moved-notice.ts';
import { modal } from './surfaces.ts';
import { escapeText } from './text.ts';

export interface CloseScene {
  lead: Lead;
  outcome: 'won' | 'lost';
  currency: string;
  notice?: string;
}

/** Won asks for the value, lost for the reason; both may stay empty. */
export function closeModal({ lead, outcome, currency, notice }: CloseScene): ModalView {
  return modal({
    callbackId: LEAD_MODAL.close,
    title: outcome === 'won' ? 'Won' : 'Lost',
    submit: outcome === 'won' ? 'Mark as won' : 'Mark as lost',
    privateMetadata: closeModalData.encode(lead.id, outcome),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      outcome === 'won' ? amountField(lead, currency) : reasonField(),
    ],
  });
}

function amountField(lead: Lead, currency: string) {
  const unit = lead.value?.currency ?? currency;
  return input({
    blockId: CLOSE_FIELD.amount,
    label: `Value in ${unit}`,
    optional: true,
    element: textInput({
      action: CLOSE_FIELD.amount,
      placeholder: '18000',
      maxLength: 20,
      ...(lead.value ? { initial: String(majorUnits(lead.value)) } : {}),
    }),
  });
}

function reasonField() {
  const element = textInput({ action: CLOSE_FIELD.reason, multiline: true, maxLength: 500 });
  return input({ blockId: CLOSE_FIELD.reason, label: 'Why was it lost?', optional: true, element });
}
