import type { ModalView } from '@slack/types';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { dayIn } from '../../../domain/time/day.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { amountToType } from '../../../sentences/en/money.ts';
import { LEAD_MODAL, leadKey, QUALIFY_FIELD } from '../../action-ids.ts';
import { context, input, section } from '../kit/blocks.ts';
import { checkboxes, datePicker, option, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText, person } from '../kit/text.ts';
import { sayDay } from '../kit/times.ts';

export interface QualifyScene {
  lead: Lead;
  definition: Definition;
  currency: string;
  timezone: string;
  /** Something required was left unticked. */
  asksException?: boolean;
  /** Said on top when the lead moved while the modal was open; what was typed stays. */
  notice?: string | undefined;
}

/** The agreed definition as a checklist, and what sales knows after the talk. */
export function qualifyModal(scene: QualifyScene): ModalView {
  const { lead, definition, currency } = scene;
  const criteria = definition.criteria.map((criterion) =>
    option(criterion.label, criterion.code, criterion.required ? 'required' : undefined),
  );
  return modal({
    callbackId: LEAD_MODAL.qualify,
    title: 'Qualify',
    submit: 'Qualify',
    privateMetadata: leadKey.encode(lead.id),
    blocks: [
      ...movedNotice(scene.notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      context(signedBy(scene)),
      field('criteria', 'What is true?', checkboxes({ action: QUALIFY_FIELD.criteria, options: criteria })),
      ...(scene.asksException ? [exceptionField()] : []),
      field(
        'amount',
        `Worth about, in ${currency}`,
        textInput({
          action: QUALIFY_FIELD.amount,
          placeholder: '18000',
          maxLength: 40,
          ...(lead.value ? { initial: amountToType(lead.value, currency) } : {}),
        }),
      ),
      field('nextStep', 'Next step', textInput({ action: QUALIFY_FIELD.nextStep, maxLength: 200 })),
      field('nextStepOn', 'On', datePicker({ action: QUALIFY_FIELD.nextStepOn })),
      field('note', 'Note', textInput({ action: QUALIFY_FIELD.note, multiline: true, maxLength: 2000 })),
    ],
  });
}

function exceptionField() {
  const element = textInput({ action: QUALIFY_FIELD.exception, maxLength: 300 });
  return field('exception', 'Why does it count although something required is missing?', element);
}

type Element = Parameters<typeof input>[0]['element'];

function field(name: keyof typeof QUALIFY_FIELD, label: string, element: Element) {
  return input({ blockId: QUALIFY_FIELD[name], label, element, optional: true });
}

function signedBy({ definition, timezone }: QualifyScene): string {
  if (!definition.signed) return 'Our first definition of “qualified”, not signed by both sides yet.';
  const { marketing, sales, at } = definition.signed;
  const who = `${person(marketing)} and ${person(sales)}`;
  return `Our definition, version ${definition.version}, signed by ${who} on ${sayDay(dayIn(timezone, at))}`;
}
