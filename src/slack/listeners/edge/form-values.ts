/** Reading what is filled into a modal. */
import type { ViewSubmitAction } from '@slack/bolt';

export type FormValues = ViewSubmitAction['view']['state']['values'];
export type FieldState = FormValues[string][string];

/** What lies below a modal, as it was when that opened. */
export interface ModalBelow {
  callbackId: string;
  privateMetadata: string;
}

export interface OpenModal extends ModalBelow {
  id: string;
  /** Null: it lies on top of nothing, or of what does not change. */
  below: ModalBelow | null;
  /** What it is about, as text. */
  privateMetadata: string;
  /** What is filled in so far. */
  values: FormValues;
}

export function toOpenModal({
  id,
  callback_id: callbackId,
  private_metadata,
  state,
}: ViewSubmitAction['view']): OpenModal {
  const { own, below } = parted(private_metadata);
  return { id, callbackId, privateMetadata: own, below, values: state.values };
}

/** Stands between what a modal carries for itself and what it carries of the one below it. */
export const BELOW = '\n\nbelow\n';

/** The form's own, and what it carries of the modal below it. */
export function parted(privateMetadata: string): { own: string; below: ModalBelow | null } {
  const at = privateMetadata.indexOf(BELOW);
  if (at < 0) return { own: privateMetadata, below: null };
  const [callbackId = '', ...rest] = privateMetadata.slice(at + BELOW.length).split('\n');
  return { own: privateMetadata.slice(0, at), below: { callbackId, privateMetadata: rest.join('\n') } };
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

/** Trimmed; null where nothing was typed. */
export function typed(values: FormValues, name: string): string | null {
  return field(values, name)?.value?.trim() || null;
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

export function uploaded(values: FormValues, name: string): NonNullable<FieldState['files']> {
  return field(values, name)?.files ?? [];
}
