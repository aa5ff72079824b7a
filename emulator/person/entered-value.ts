import type { JsonObject } from '../json.ts';
import type { SlackJson } from '../page-protocol.ts';
import { findOption } from './find-placed.ts';

/** What a test enters: text, several choices, Slack's own state value, or nothing. */
export type Entry = string | string[] | null | SlackJson;

/** An entry in the shape that `state.values` and `actions` give to this kind of element. */
export function enteredValue(element: JsonObject, entry: Entry): SlackJson {
  const type = String(element.type);
  if (entry !== null && typeof entry === 'object' && !Array.isArray(entry)) return { ...entry, type };
  const many = entry === null ? [] : [entry].flat();
  return { type, ...shapeOf(element, type, many) };
}

const SINGLE: Record<string, string> = {
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
};

const MULTIPLE: Record<string, string> = {
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
};

function shapeOf(element: JsonObject, type: string, entries: string[]): JsonObject {
  const first = entries[0] ?? null;
  const single = SINGLE[type];
  if (single !== undefined) return { [single]: first };
  const multiple = MULTIPLE[type];
  if (multiple !== undefined) return { [multiple]: entries };
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return { selected_option: first === null ? null : findOption(element, first) };
    case 'external_select':
      return { selected_option: first === null ? null : suggested(first) };
    case 'checkboxes':
    case 'multi_static_select':
      return { selected_options: entries.map((entry) => findOption(element, entry)) };
    case 'multi_external_select':
      return { selected_options: entries.map(suggested) };
    case 'datetimepicker':
      return { selected_date_time: first === null ? null : Number(first) };
    case 'file_input':
      return { files: entries.map((id) => ({ id })) };
    default:
      return { value: first };
  }
}

function suggested(value: string): JsonObject {
  return { text: { type: 'plain_text', text: value }, value };
}
