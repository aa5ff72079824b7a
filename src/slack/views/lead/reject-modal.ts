import type { ModalView, PlainTextOption } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { RejectReason } from '../../../domain/reject-reason/reject-reason.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayConsequence } from '../../../sentences/en/reject-reason.ts';
import { LEAD_MODAL, leadKey, REJECT_FIELD } from '../../action-ids.ts';
import { context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { datePicker, option, staticSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export interface RejectScene {
  lead: Lead;
  reasons: readonly RejectReason[];
  /** What is chosen: the modal then asks for the field that this reason needs. */
  chosen: string | null;
  notice?: string | undefined;
}

/** One coded reason, what follows from it beside it, the field that it needs, and a note. */
export function rejectModal({ lead, reasons, chosen, notice }: RejectScene): ModalView {
  const reason = reasons.find((known) => known.code === chosen) ?? null;
  return modal({
    callbackId: LEAD_MODAL.reject,
    title: 'Reject',
    submit: 'Reject',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      reasonField(reasons, reason),
      ...(reason ? [context(`What happens next: ${escapeText(sayConsequence(reason))}.`)] : []),
      ...neededField(reason),
      noteField(reason),
    ],
  });
}

function reasonField(reasons: readonly RejectReason[], reason: RejectReason | null): TangoBlock {
  return input({
    blockId: REJECT_FIELD.reason,
    label: 'Why?',
    dispatches: true,
    element: staticSelect({
      action: REJECT_FIELD.reason,
      options: reasons.map(reasonOption),
      placeholder: 'Choose the reason that fits best',
      ...(reason ? { chosen: reasonOption(reason) } : {}),
    }),
  });
}

function reasonOption(reason: RejectReason): PlainTextOption {
  return option(reason.label, reason.code, sayConsequence(reason));
}

function neededField(reason: RejectReason | null): TangoBlock[] {
  if (reason?.needs === 'date') {
    const element = datePicker({ action: REJECT_FIELD.date, placeholder: 'Choose a day' });
    return [input({ blockId: REJECT_FIELD.date, label: 'Come back on', element })];
  }
  if (reason?.needs === 'attempts') {
    const element = textInput({ action: REJECT_FIELD.attempts, placeholder: '3', maxLength: 2 });
    return [input({ blockId: REJECT_FIELD.attempts, label: 'How many times did you try?', element })];
  }
  return [];
}

function noteField(reason: RejectReason | null): TangoBlock {
  return input({
    blockId: REJECT_FIELD.note,
    label: 'What should marketing know?',
    optional: reason?.needs !== 'note',
    element: textInput({ action: REJECT_FIELD.note, multiline: true, maxLength: 2000 }),
  });
}
