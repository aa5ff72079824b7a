/** The fields of a lead that a person writes down: the same in `/lead` and in the message shortcut. */
import type { InputBlock, PlainTextInput } from '@slack/types';
import { inRound, JOT_FIELD, JOT_TICK } from '../../action-ids.ts';
import { input } from '../kit/blocks.ts';
import { checkboxes, option, textInput } from '../kit/elements.ts';

export interface JotFields {
  /** Fields of another round begin empty. */
  round: string;
  /** What they begin with. */
  initial: Partial<Record<Exclude<keyof typeof JOT_FIELD, 'ticks'>, string | null>>;
}

interface Field {
  label: string;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  multiline?: boolean;
}

const FIELDS: Record<Exclude<keyof typeof JOT_FIELD, 'ticks'>, Field> = {
  name: { label: 'Name', maxLength: 200, placeholder: 'Dana Whitfield' },
  company: { label: 'Company', maxLength: 200, placeholder: 'Harbour Hotels' },
  reach: { label: 'How to reach them', maxLength: 300, placeholder: 'E-mail or phone' },
  source: { label: 'Source', maxLength: 200, placeholder: 'Fair Berlin' },
  message: { label: 'What they said', maxLength: 3000, multiline: true },
  segment: { label: 'Segment', maxLength: 200 },
};

type Name = keyof typeof FIELDS;

export function jotField(fields: JotFields, name: Name, changes: { optional?: boolean } = {}): InputBlock {
  const { label, ...element } = FIELDS[name];
  return input({
    blockId: inRound.encode(JOT_FIELD[name], fields.round),
    label,
    element: textOf(name, element, fields.initial[name]),
    ...changes,
  });
}

function textOf(name: Name, field: Omit<Field, 'label'>, initial: string | null | undefined): PlainTextInput {
  const filled = initial ? { initial: initial.slice(0, field.maxLength) } : {};
  return textInput({ action: JOT_FIELD[name], ...field, ...filled });
}

const HOT = option('Hot', JOT_TICK.hot, 'Somebody should call today');
const CLAIM = option('I take it myself', JOT_TICK.claim, 'Claimed for you at once');

export function jotTicks(round: string, ticked: { claims: boolean }): InputBlock {
  const element = checkboxes({
    action: JOT_FIELD.ticks,
    options: [CLAIM, HOT],
    ticked: ticked.claims ? [CLAIM] : [],
  });
  return input({
    blockId: inRound.encode(JOT_FIELD.ticks, round),
    label: 'Who calls, and how soon?',
    optional: true,
    element,
  });
}
