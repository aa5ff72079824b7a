/** The fields of a lead that a person writes down: the same in `/lead` and in the message shortcut. */
import type { ExternalSelect, InputBlock, PlainTextInput } from '@slack/types';
import { TOLD_FACTS, type ToldFact, type ToldFacts } from '../../../domain/lead/entry-draft.ts';
import { cut } from '../../../sentences/clip.ts';
import { ENTRY_FIELD, ENTRY_TICK, inEntry } from '../../action-ids.ts';
import { input } from '../kit/blocks.ts';
import { checkboxes, instantPicker, option, textInput } from '../kit/elements.ts';
import { searchSelect } from '../kit/modal-inputs.ts';
import { sourceOption } from './source-option.ts';

export interface EntryFields {
  /** Fields of another entryId begin empty. */
  entryId: string;
  /** What they begin with. */
  initial: ToldFacts & Partial<Record<'source' | 'name' | 'company' | 'reach' | 'message', string | null>>;
  /** Fields that are asked for although they begin empty: those of a form that is drawn again. */
  shown?: readonly string[] | undefined;
}

interface Field {
  label: string;
  maxLength: number;
  placeholder?: string;
  hint?: string;
  multiline?: boolean;
}

const FIELDS: Record<Exclude<keyof typeof ENTRY_FIELD, 'ticks' | 'source' | 'receivedAt'>, Field> = {
  name: { label: 'Name', maxLength: 200, placeholder: 'Dana Whitfield' },
  company: { label: 'Company', maxLength: 200, placeholder: 'Harbour Hotels' },
  reach: { label: 'How to reach them', maxLength: 300, placeholder: 'E-mail or phone' },
  message: { label: 'What they said', maxLength: 3000, multiline: true },
  segment: { label: 'Segment', maxLength: 200 },
  title: { label: 'Job title', maxLength: 200 },
  region: { label: 'Region', maxLength: 200 },
  companySize: { label: 'Company size', maxLength: 50 },
  campaign: { label: 'Campaign', maxLength: 200 },
};

type Name = keyof typeof FIELDS;

export function entryField(
  fields: EntryFields,
  name: Name,
  changes: { optional?: boolean } = {},
): InputBlock {
  const { label, ...element } = FIELDS[name];
  return input({
    blockId: inEntry.encode(ENTRY_FIELD[name], fields.entryId),
    label,
    element: textOf(name, element, fields.initial[name]),
    ...changes,
  });
}

/** What the form asks for only where somebody has written it; `without` has a place of its own. */
export function toldFields(fields: EntryFields, without: readonly ToldFact[] = []): InputBlock[] {
  const { entryId, initial, shown = [] } = fields;
  const told = TOLD_FACTS.filter(
    (fact) => !without.includes(fact) && (initial[fact] || shown.includes(fact)),
  );
  const isDated = typeof initial.receivedAt === 'number' || shown.includes(ENTRY_FIELD.receivedAt);
  const arrived = input({
    blockId: inEntry.encode(ENTRY_FIELD.receivedAt, entryId),
    label: 'Arrived',
    optional: true,
    element: instantPicker({ action: ENTRY_FIELD.receivedAt, initial: initial.receivedAt ?? null }),
  });
  return [...told.map((fact) => entryField(fields, fact, { optional: true })), ...(isDated ? [arrived] : [])];
}

function textOf(name: Name, field: Omit<Field, 'label'>, initial: string | null | undefined): PlainTextInput {
  const filled = initial ? { initial: cut(initial, field.maxLength) } : {};
  return textInput({ action: ENTRY_FIELD[name], ...field, ...filled });
}

/** Chosen among those that we know; a new one is an entry of its own in the menu, so that no typo becomes one. */
export function sourceField({ entryId, initial }: EntryFields): InputBlock {
  return input({
    blockId: inEntry.encode(ENTRY_FIELD.source, entryId),
    label: 'Source',
    element: sourceMenu(initial.source ?? null),
  });
}

function sourceMenu(source: string | null): ExternalSelect {
  const chosen = source === null ? null : sourceOption(source);
  return searchSelect({ action: ENTRY_FIELD.source, chosen, placeholder: 'Search, or type a new one' });
}

const HOT = option('Hot', ENTRY_TICK.hot, 'Somebody should call today');
const CLAIM = option('I take it myself', ENTRY_TICK.claim, 'Claimed for you at once');

export function entryTicks(entryId: string, ticked: { claims: boolean }): InputBlock {
  const element = checkboxes({
    action: ENTRY_FIELD.ticks,
    options: [CLAIM, HOT],
    ticked: ticked.claims ? [CLAIM] : [],
  });
  return input({
    blockId: inEntry.encode(ENTRY_FIELD.ticks, entryId),
    label: 'Who calls, and how soon?',
    optional: true,
    element,
  });
}
