/** Reading what was filled into a modal, and sending a refusal back to the field that it is about. */
import type { ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import { AppError } from '../../../errors.ts';

export type FormValues = ViewSubmitAction['view']['state']['values'];
type FieldState = FormValues[string][string];

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

/**
 * What a refused submission answers: beside the field where the refusal names one that the modal has, otherwise the modal again with
 * the sentence on top, in which Slack keeps what was typed.
 */
export function refusalResponse(
  refusal: unknown,
  options: {
    values: FormValues;
    /** Block id for the use case's name of a field, where they differ. */
    blockOf?: Record<string, string>;
    again: (
      notice: string,
    ) => NonNullable<Extract<ViewResponseAction, { response_action: 'update' }>['view']>;
  },
): ViewResponseAction {
  if (!(refusal instanceof AppError)) throw refusal;
  const errors: Record<string, string> = {};
  for (const { field: name, message } of refusal.problems) {
    const block = options.blockOf?.[name] ?? name;
    if (block in options.values) errors[block] = message;
  }
  if (Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  return { response_action: 'update', view: options.again(refusal.message) };
}
