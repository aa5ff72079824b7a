/** A reason that is added, and the words of one that is there. */
import type { ModalView } from '@slack/types';
import { type ListedReason, LONGEST_LABEL } from '../../../domain/reject-reason/reason-list.ts';
import { REASON_FIELD, REASON_MODAL, reasonKey } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { checkboxes, option, staticSelect, textInput } from '../kit/elements.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { escapeText } from '../kit/text.ts';

export function addReasonModal(notice?: string): ModalView {
  return modal({
    callbackId: REASON_MODAL.add,
    title: 'Add a reason',
    submit: 'Add',
    blocks: [
      ...movedNotice(notice),
      labelField(),
      ...followsFields(null),
      ...wordFields({ consequence: null, whoActs: null }),
    ],
  });
}

export function rewordReasonModal(reason: ListedReason, notice?: string): ModalView {
  return modal({
    callbackId: REASON_MODAL.reword,
    title: 'Change a reason',
    submit: 'Save',
    privateMetadata: reasonKey.encode(reason.code),
    blocks: [
      ...movedNotice(notice),
      labelField(reason.label),
      ...followsFields(reason),
      ...wordFields(reason),
      context(
        `Leads that were rejected as “${escapeText(reason.label)}” will be shown with the new words, and keep what followed when they were rejected.`,
      ),
    ],
  });
}

function labelField(initial = ''): TangoBlock {
  const hint = 'As a rep would say it. It stands in the menu and in the scorecard.';
  return text('label', { label: 'Reason', hint, initial, maxLength: LONGEST_LABEL, optional: false });
}

/** What follows from it, and what it asks for. */
function followsFields(reason: ListedReason | null): TangoBlock[] {
  const days = reason?.outcome.kind === 'rests' ? `${reason.outcome.days}` : '';
  return [
    outcomeField(reason),
    text('days', {
      label: 'Days of rest',
      hint: 'Only for “Rests for some days”.',
      placeholder: '90',
      initial: days,
      maxLength: 4,
    }),
    needsField(reason),
    impliesContactField(reason),
  ];
}

function outcomeField(reason: ListedReason | null): TangoBlock {
  const options = [
    option('Closed', 'closed', 'Counts as a rejected lead'),
    option('Dropped', 'dropped', 'Counts in no rate: spam, tests, duplicates'),
    option('Returned to marketing', 'returned', 'Marketing mends it, it comes back as new'),
    option('Rests for some days', 'rests', 'Then it is new again'),
    option('Rests until a date', 'rests_until', 'The rep names the day, and gets it back first'),
  ];
  const chosen = options.find(({ value }) => value === reason?.outcome.kind);
  const element = staticSelect({
    action: REASON_FIELD.outcome,
    options,
    placeholder: 'Choose what follows',
    ...(chosen ? { chosen } : {}),
  });
  return input({ blockId: REASON_FIELD.outcome, label: 'What happens next?', element });
}

function needsField(reason: ListedReason | null): TangoBlock {
  const nothing = option('Nothing more', 'nothing');
  const options = [
    nothing,
    option('How often they tried', 'attempts'),
    option('A note', 'note'),
    option('Which lead it is', 'lead', 'The two are merged'),
    option('Who is the right person', 'person', 'Marketing mends it with them'),
  ];
  const chosen = options.find(({ value }) => value === reason?.needs) ?? nothing;
  return input({
    blockId: REASON_FIELD.needs,
    label: 'What must the rep tell?',
    hint: 'A rest until a date always asks for the date.',
    element: staticSelect({ action: REASON_FIELD.needs, options, chosen }),
  });
}

function impliesContactField(reason: ListedReason | null): TangoBlock {
  const options = [option('Choosing it says that there was a contact', 'yes')];
  return input({
    blockId: REASON_FIELD.impliesContact,
    label: 'First contact',
    optional: true,
    element: checkboxes({
      action: REASON_FIELD.impliesContact,
      options,
      ticked: reason?.impliesContact ? options : [],
    }),
  });
}

function wordFields({ consequence, whoActs }: Pick<ListedReason, 'consequence' | 'whoActs'>): TangoBlock[] {
  return [
    text('consequence', {
      label: 'What the rep reads beside it',
      hint: 'Empty: what follows from it, in our words. With another outcome the old words are left out.',
      placeholder: 'closed, marketing adjusts targeting',
      initial: consequence ?? '',
      maxLength: 75,
    }),
    text('whoActs', {
      label: 'Who acts on it?',
      placeholder: 'campaign',
      initial: whoActs ?? '',
      maxLength: 60,
    }),
  ];
}

interface TextField {
  label: string;
  maxLength: number;
  hint?: string;
  placeholder?: string;
  initial?: string;
  optional?: boolean;
}

function text(name: keyof typeof REASON_FIELD, field: TextField): TangoBlock {
  const { label, hint = '', placeholder = '', initial = '', maxLength, optional = true } = field;
  const action = REASON_FIELD[name];
  return input({
    blockId: action,
    label,
    hint,
    optional,
    element: textInput({ action, placeholder, initial, maxLength }),
  });
}
