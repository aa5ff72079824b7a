import type { ModalView } from '@slack/types';
import type { Lead } from '../../../domain/lead/lead.ts';
import { majorUnits } from '../../../domain/money/money.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { CLOSE_FIELD, closeKey, LEAD_MODAL } from '../../action-ids.ts';
import { input, section, type TangoBlock } from '../kit/blocks.ts';
import { datePicker, option, staticSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export interface CloseScene {
  lead: Lead;
  outcome: 'won' | 'lost';
  /** To choose from, the team's first. */
  currencies: readonly string[];
  /** YYYY-MM-DD, chosen first. */
  today: string;
  notice?: string | undefined;
}

/** Won asks for the value, lost for the reason, both for the day; what is not known may stay empty. */
export function closeModal(scene: CloseScene): ModalView {
  const { lead, outcome, notice } = scene;
  return modal({
    callbackId: LEAD_MODAL.close,
    title: outcome === 'won' ? 'Won' : 'Lost',
    submit: outcome === 'won' ? 'Mark as won' : 'Mark as lost',
    privateMetadata: closeKey.encode({ leadId: lead.id, outcome }),
    blocks: [
      ...movedNotice(notice),
      section(`*${escapeText(leadTitle(lead))}*`),
      ...(outcome === 'won' ? valueFields(scene) : [reasonField()]),
      dayField(scene),
    ],
  });
}

function valueFields({ lead, currencies }: CloseScene): TangoBlock[] {
  const known = lead.value ? { initial: String(majorUnits(lead.value)) } : {};
  const amount = textInput({ action: CLOSE_FIELD.amount, placeholder: '18000', maxLength: 40, ...known });
  const first = lead.value?.currency ?? currencies[0] ?? '';
  const offered = [...new Set([first, ...currencies])].map((code) => option(code, code));
  const [chosen] = offered;
  const currency = staticSelect({
    action: CLOSE_FIELD.currency,
    options: offered,
    ...(chosen ? { chosen } : {}),
  });
  return [
    input({ blockId: CLOSE_FIELD.amount, label: 'Value', optional: true, element: amount }),
    input({ blockId: CLOSE_FIELD.currency, label: 'Currency', element: currency }),
  ];
}

function reasonField(): TangoBlock {
  const element = textInput({ action: CLOSE_FIELD.reason, multiline: true, maxLength: 500 });
  return input({ blockId: CLOSE_FIELD.reason, label: 'Why was it lost?', optional: true, element });
}

function dayField({ outcome, today }: CloseScene): TangoBlock {
  const element = datePicker({ action: CLOSE_FIELD.on, initial: today });
  return input({ blockId: CLOSE_FIELD.on, label: outcome === 'won' ? 'Won on' : 'Lost on', element });
}
