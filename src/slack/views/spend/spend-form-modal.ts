/** One amount: a new one, or the correction of one. */
import type { ModalView } from '@slack/types';
import type { FormScene, Overlapped } from '../../../domain/money/ledger.ts';
import { majorUnits } from '../../../domain/money/money.ts';
import { LONGEST_NOTE } from '../../../domain/money/spend-rules.ts';
import { sayMoney } from '../../../sentences/en/money.ts';
import { daysToType, sayDays } from '../../../sentences/en/spend.ts';
import { SPEND_FIELD, SPEND_MODAL, spendFormKey } from '../../action-ids.ts';
import { input, section, type TangoBlock } from '../kit/blocks.ts';
import { option, radioButtons, staticSelect, textInput } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { sourceOption } from '../lead/source-option.ts';

export interface SpendForm extends FormScene {
  /** An earlier amount for some of the days: what is to become of it is asked. */
  overlap?: Overlapped | null;
  /** It was asked before. */
  asksOverlap?: boolean;
  notice?: string | undefined;
}

const { note: NOTE, amount: AMOUNT, currency: CURRENCY, days: DAYS, side: SIDE } = SPEND_FIELD;
const { source: SOURCE, campaign: CAMPAIGN, overlap: OVERLAP } = SPEND_FIELD;

export function spendFormModal(form: SpendForm): ModalView {
  const { entry, notice, overlap = null, asksOverlap = false } = form;
  return modal({
    callbackId: SPEND_MODAL.form,
    title: entry ? 'Correct an amount' : 'Add an amount',
    submit: entry ? 'Correct it' : 'Record it',
    privateMetadata: spendFormKey.encode(entry?.id ?? null),
    blocks: [
      ...movedNotice(notice),
      ...(overlap || asksOverlap ? overlapFields(overlap) : []),
      noteField(form),
      ...amountFields(form),
      daysField(form),
      sideField(form),
      sourceField(form),
      campaignField(form),
    ],
  });
}

function overlapFields(overlap: Overlapped | null): TangoBlock[] {
  const options = [option('It replaces that one', 'replace'), option('It is another one: count both', 'add')];
  const said = overlap
    ? [
        section(
          `:warning: *${sayMoney(overlap.amount)}* for ${sayDays(overlap)} is counted already for the same thing, and some of its days are among these.`,
        ),
      ]
    : [];
  return [
    ...said,
    input({
      blockId: OVERLAP,
      label: 'What is this amount to what is there for some of its days?',
      element: radioButtons({ action: OVERLAP, options }),
    }),
  ];
}

function noteField({ entry }: SpendForm): TangoBlock {
  return input({
    blockId: NOTE,
    label: 'What was it for?',
    optional: true,
    hint: 'Two amounts that differ in this are both counted. Left empty, it is what a report of the source or campaign below says.',
    element: textInput({
      action: NOTE,
      placeholder: 'Agency, fair, salaries, a tool…',
      maxLength: LONGEST_NOTE,
      ...(entry?.note && { initial: entry.note }),
    }),
  });
}

function amountFields({ entry, currencies }: SpendForm): TangoBlock[] {
  const known = entry ? { initial: String(majorUnits(entry.amount)) } : {};
  const first = entry?.amount.currency ?? currencies[0] ?? '';
  const offered = [...new Set([first, ...currencies])].map((code) => option(code, code));
  const [chosen] = offered;
  return [
    input({
      blockId: AMOUNT,
      label: 'How much?',
      element: textInput({ action: AMOUNT, placeholder: '1,200.50', maxLength: 40, ...known }),
    }),
    input({
      blockId: CURRENCY,
      label: 'Currency',
      element: staticSelect({ action: CURRENCY, options: offered, ...(chosen && { chosen }) }),
    }),
  ];
}

function daysField({ entry, today }: SpendForm): TangoBlock {
  return input({
    blockId: DAYS,
    label: 'For which days or month?',
    hint: 'It is spread evenly over them. “Nov 2026”, “1–15 Nov 2026” or “Q4 2026” will do.',
    element: textInput({
      action: DAYS,
      placeholder: sayDays({ from: `${today.slice(0, 7)}-01`, to: lastOfMonth(today) }),
      maxLength: 80,
      ...(entry && { initial: daysToType(entry) }),
    }),
  });
}

function lastOfMonth(day: string): string {
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
  return last.toISOString().slice(0, 10);
}

function sideField({ entry }: SpendForm): TangoBlock {
  const options = [option('Marketing', 'marketing'), option('Sales', 'sales')];
  const chosen = options.find(({ value }) => value === (entry?.side ?? 'marketing'));
  return input({
    blockId: SIDE,
    label: 'Whose money is it?',
    element: radioButtons({ action: SIDE, options, ...(chosen && { chosen }) }),
  });
}

function sourceField({ entry }: SpendForm): TangoBlock {
  const chosen = entry?.source ? { chosen: sourceOption(entry.source) } : {};
  return input({
    blockId: SOURCE,
    label: 'Source',
    optional: true,
    element: searchSelect({ action: SOURCE, placeholder: 'All of them', ...chosen }),
  });
}

function campaignField({ entry }: SpendForm): TangoBlock {
  const chosen = entry?.campaign ? { chosen: sourceOption(entry.campaign) } : {};
  return input({
    blockId: CAMPAIGN,
    label: 'Campaign',
    optional: true,
    hint: 'Without a source it counts for the campaign’s own.',
    element: searchSelect({ action: CAMPAIGN, placeholder: 'All of them', ...chosen }),
  });
}
