/** Reading what is filled into a modal. */
import type { ViewSubmitAction } from '@slack/bolt';
import { cleanProse } from '../../../reading/text.ts';

export type FormValues = ViewSubmitAction['view']['state']['values'];
export type FieldState = FormValues[string][string];

/** A modal as it was when another opened on top of it. */
export interface ModalBelow {
  callbackId: string;
  /** What it is about, as text. */
  privateMetadata: string;
}

export interface OpenModal extends ModalBelow {
  id: string;
  /** What it lies on top of, the nearest first: two at most, since Slack stacks three. Those that are gone have no id. */
  below: (ModalBelow & { id: string | null })[];
  /** What is filled in so far. */
  values: FormValues;
}

export function toOpenModal(view: ViewSubmitAction['view']): OpenModal {
  const { id, callback_id: callbackId, private_metadata, state } = view;
  const { own, below } = parted(private_metadata);
  const ids = [view.previous_view_id, view.root_view_id];
  return {
    ...{ id, callbackId, privateMetadata: own, values: state.values },
    below: below.map((each, depth) => ({ ...each, id: ids[depth] ?? null })),
  };
}

/** Stands before each modal below of which a modal carries what it is. */
const BELOW = '\n\nbelow\n';

/** The modal's own, and what it carries of those below it. */
export function parted(privateMetadata: string): { own: string; below: ModalBelow[] } {
  const [own = '', ...below] = privateMetadata.split(BELOW);
  return { own, below: below.map(toBelow) };
}

function toBelow(carried: string): ModalBelow {
  const [callbackId = '', ...rest] = carried.split('\n');
  return { callbackId, privateMetadata: rest.join('\n') };
}

/** The other way round. */
export function together(own: string, below: readonly ModalBelow[]): string {
  return [own, ...below.map((each) => `${each.callbackId}\n${each.privateMetadata}`)].join(BELOW);
}

/** The people whom the pickers of a form name, with the block in which. */
export function everybodyChosen(values: FormValues): { block: string; person: string }[] {
  return Object.entries(values).flatMap(([block, fields]) =>
    Object.values(fields).flatMap(({ selected_user: one, selected_users: many = [] }) =>
      [...(one ? [one] : []), ...many].map((person) => ({ block, person })),
    ),
  );
}

/** Inputs have an element of the same action id as their block id. */
function field(values: FormValues, name: string): FieldState | undefined {
  return values[name]?.[name];
}

/** Freed of what nobody sees; null where nothing was typed. */
export function typed(values: FormValues, name: string): string | null {
  return cleanProse(field(values, name)?.value ?? '') || null;
}

export function chosen(values: FormValues, name: string): string | null {
  return field(values, name)?.selected_option?.value ?? null;
}

export function chosenPerson(values: FormValues, name: string): string | null {
  return field(values, name)?.selected_user ?? null;
}

export function chosenPeople(values: FormValues, name: string): string[] {
  return field(values, name)?.selected_users ?? [];
}

export function chosenChannel(values: FormValues, name: string): string | null {
  return field(values, name)?.selected_conversation ?? null;
}

/** HH:MM. */
export function chosenTime(values: FormValues, name: string): string | null {
  return field(values, name)?.selected_time ?? null;
}

export function ticked(values: FormValues, name: string): string[] {
  return (field(values, name)?.selected_options ?? []).map((option) => option.value);
}

/** YYYY-MM-DD. */
export function chosenDate(values: FormValues, name: string): string | null {
  return field(values, name)?.selected_date ?? null;
}

/** Epoch ms. */
export function chosenInstant(values: FormValues, name: string): number | null {
  const seconds = field(values, name)?.selected_date_time;
  return typeof seconds === 'number' ? seconds * 1000 : null;
}

export function uploaded(values: FormValues, name: string): NonNullable<FieldState['files']> {
  return field(values, name)?.files ?? [];
}
