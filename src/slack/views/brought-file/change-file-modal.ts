/** Which column is what, and how the file is to be read. */
import type { ModalView } from '@slack/types';
import { type BroughtFile, FILE_NOUNS, type FileLook } from '../../../domain/brought-file/brought-file.ts';
import { FIELDS_OF } from '../../../domain/brought-file/file-fields.ts';
import type { Days } from '../../../domain/money/overlap.ts';
import { clip } from '../../../sentences/clip.ts';
import { NOUN_WORDS, sayField } from '../../../sentences/en/brought-file.ts';
import { sayDays } from '../../../sentences/en/spend.ts';
import { BROUGHT_FILE_FIELD, BROUGHT_FILE_MODAL, broughtFileKey, columnField } from '../../action-ids.ts';
import { context, input, type TangoBlock } from '../kit/blocks.ts';
import { option, staticSelect, textInput } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { movedNotice } from '../kit/moved-notice.ts';
import { modal } from '../kit/surfaces.ts';
import { sourceOption } from '../lead/source-option.ts';

/** Slack shows a hundred blocks. */
export const MOST_COLUMNS = 80;

export function changeFileModal({ id, look, wish }: BroughtFile, notice?: string): ModalView {
  const { noun, sheet, dateOrder, decimalMark, post, overlap } = BROUGHT_FILE_FIELD;
  const kind = look?.noun ?? wish.noun ?? 'leads';
  const columns = (look?.header ?? []).slice(0, MOST_COLUMNS);
  const more = (look?.header.length ?? 0) - columns.length;
  return modal({
    callbackId: BROUGHT_FILE_MODAL.change,
    title: 'Change',
    submit: 'Look again',
    privateMetadata: broughtFileKey.encode(id),
    blocks: [
      ...movedNotice(notice),
      choice(
        noun,
        'What is this?',
        FILE_NOUNS.map((each) => [each, capital(NOUN_WORDS[each])]),
        kind,
      ),
      ...ofAllRows({ look, wish }, kind),
      ...columns.map((name, index) => columnChoice(look, name, { index, kind })),
      ...(more > 0 ? [context(`The ${more} columns after these are read as they are called.`)] : []),
      choice(dateOrder, 'What stands first in dates like 03/04/2026?', ORDERS, wish.dateOrder ?? 'told'),
      choice(decimalMark, 'What is 1.234?', MARKS, wish.decimalMark ?? 'told'),
      ...(kind === 'spend'
        ? [
            choice(
              overlap,
              'What covers a part of the days of an earlier amount?',
              OVERLAPS,
              wish.overlap ?? 'unsaid',
            ),
          ]
        : []),
      ...(kind === 'leads' ? [choice(post, 'Which leads get a card?', POSTS, wish.post ?? 'unsaid')] : []),
      ...(look?.sheet && look.sheet.others.length > 0
        ? [
            choice(
              sheet,
              'Which sheet?',
              sheetsOf(look.sheet).map((each, index) => [String(index), each] as const),
              '0',
            ),
          ]
        : []),
    ],
  });
}

/** What holds for every row, where no column says it. */
function ofAllRows(file: Pick<BroughtFile, 'look' | 'wish'>, kind: FileLook['noun']): TangoBlock[] {
  const { source, days } = BROUGHT_FILE_FIELD;
  const hint = 'Where no column says it.';
  if (kind === 'leads') {
    const element = searchSelect({
      action: source,
      placeholder: 'Search, or type a new one',
      chosen: file.wish.set.source ? sourceOption(file.wish.set.source) : null,
    });
    return [input({ blockId: source, label: 'The source of all of them', hint, optional: true, element })];
  }
  if (kind !== 'spend' || file.look?.fields.some(({ field }) => field === 'from')) return [];
  const told = toldDays(file);
  const placeholder = '1–15 Nov 2026, Nov 2026 or Q4 2026';
  const initial = told && sayDays(told);
  const element = textInput({ action: days, maxLength: 100, placeholder, ...(initial && { initial }) });
  return [input({ blockId: days, label: 'The days of all of them', hint, optional: true, element })];
}

/** Of an amount that no column dates: as somebody said, else as a line above the table has them. */
export function toldDays({ look, wish: { set } }: Pick<BroughtFile, 'look' | 'wish'>): Days | null {
  return set.from && set.to ? { from: set.from, to: set.to } : (look?.period ?? null);
}

/** The one that was read comes first. */
export function sheetsOf({ name, others }: NonNullable<FileLook['sheet']>): string[] {
  return [name, ...others].slice(0, 100);
}

type Choices = readonly (readonly [value: string, text: string])[];

const ORDERS: Choices = [
  ['told', 'As the column tells'],
  ['dmy', 'The day: 3 April'],
  ['mdy', 'The month: March 4'],
  ['ymd', 'The year'],
];
const MARKS: Choices = [
  ['told', 'As the column tells'],
  [',', 'A thousand and more'],
  ['.', 'A little over one'],
];
const POSTS: Choices = [
  ['unsaid', 'Those of the last 3 days; I ask where they are many'],
  ['recent', 'Those of the last 3 days, however many'],
  ['all', 'All of them'],
  ['none', 'None'],
];

const OVERLAPS: Choices = [
  ['unsaid', 'I ask where there is any'],
  ['replace', 'It replaces the earlier one'],
  ['add', 'It counts beside the earlier one'],
  ['leave', 'It is left out'],
];

function choice(blockId: string, label: string, choices: Choices, chosen: string): TangoBlock {
  const options = choices.map(([value, text]) => option(text, value));
  const one = options.find(({ value }) => value === chosen);
  return input({
    blockId,
    label,
    element: staticSelect({ action: blockId, options, ...(one && { chosen: one }) }),
  });
}

function columnChoice(
  look: FileLook | null,
  name: string,
  { index, kind }: { index: number; kind: FileLook['noun'] },
): TangoBlock {
  const read = look?.fields.find(({ column }) => column === name);
  const blockId = columnField(index);
  const rest = kind === 'leads' ? 'Another answer, kept with the lead' : 'Not used';
  const choices: Choices = [
    ['other', rest],
    ...FIELDS_OF[kind].map((field) => [field, sayField(field)] as const),
  ];
  const field = choice(blockId, clip(name || `Column ${index + 1}`, 150), choices, read?.field ?? 'other');
  return field;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
