import type { ModalView, PlainTextOption } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { RejectReason } from '../../../domain/reject-reason/reject-reason.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { sayConsequence } from '../../../sentences/en/reject-reason.ts';
import { LEAD_MODAL, leadKey, REJECT_FIELD } from '../../action-ids.ts';
import { context, input, section, type TangoBlock } from '../kit/blocks.ts';
import { datePicker, option, staticSelect, textInput } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';
import { leadOption } from './lead-option.ts';

export interface RejectScene {
  lead: Lead;
  reasons: readonly RejectReason[];
  /** What is chosen: the modal then asks for the field that this reason needs. */
  chosen: string | null;
  /** The lead that it looks like. */
  likely?: Lead | null;
  timezone?: string;
  notice?: string | undefined;
}

/** One coded reason, what follows from it beside it, the field that it needs, and a note. */
export function rejectModal(scene: RejectScene): ModalView {
  const { lead, reasons, chosen, notice } = scene;
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
      ...neededFields(reason, scene),
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

function neededFields(reason: RejectReason | null, scene: RejectScene): TangoBlock[] {
  switch (reason?.needs) {
    case 'date':
      return [dateField()];
    case 'attempts':
      return [attemptsField()];
    case 'lead':
      return [duplicateField(scene)];
    case 'person':
      return rightPersonFields();
    default:
      return [];
  }
}

function dateField(): TangoBlock {
  const element = datePicker({ action: REJECT_FIELD.date, placeholder: 'Choose a day' });
  return input({ blockId: REJECT_FIELD.date, label: 'Come back on', element });
}

function attemptsField(): TangoBlock {
  const element = textInput({ action: REJECT_FIELD.attempts, placeholder: '3', maxLength: 2 });
  return input({ blockId: REJECT_FIELD.attempts, label: 'How many times did you try?', element });
}

function duplicateField({ likely, timezone = 'UTC' }: RejectScene): TangoBlock {
  const chosen = likely ? leadOption(likely, timezone) : null;
  const placeholder = 'Type a name, a company, an e-mail or a phone number';
  return input({
    blockId: REJECT_FIELD.duplicateOf,
    label: 'Which lead is it?',
    hint: 'The two become one, and whoever works on it is told. Not in the list, such as a customer from before: say below who it is.',
    optional: true,
    element: searchSelect({ action: REJECT_FIELD.duplicateOf, chosen, placeholder }),
  });
}

/** Nobody has to know: then marketing looks for them. */
function rightPersonFields(): TangoBlock[] {
  const name = textInput({ action: REJECT_FIELD.rightName, maxLength: 200, placeholder: 'Rui Castelo' });
  const reach = textInput({
    action: REJECT_FIELD.rightReach,
    maxLength: 300,
    placeholder: 'E-mail or phone',
  });
  return [
    input({
      blockId: REJECT_FIELD.rightName,
      label: 'Who is the right one?',
      hint: 'Empty: marketing finds out.',
      optional: true,
      element: name,
    }),
    input({ blockId: REJECT_FIELD.rightReach, label: 'How to reach them', optional: true, element: reach }),
  ];
}

function noteField(reason: RejectReason | null): TangoBlock {
  return input({
    blockId: REJECT_FIELD.note,
    label: 'What should marketing know?',
    optional: reason?.needs !== 'note',
    element: textInput({ action: REJECT_FIELD.note, multiline: true, maxLength: 2000 }),
  });
}
