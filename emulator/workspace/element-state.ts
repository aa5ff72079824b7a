import type { JsonObject } from '../json.ts';
import type { PageStateValues, SlackJson } from '../page-protocol.ts';
import { interactiveElements } from './blocks.ts';

type Rest = (element: JsonObject) => JsonObject;

/** What each stateful element holds before anybody touched it, in the shape of `state.values`. */
const AT_REST: Record<string, Rest> = {
  plain_text_input: (e) => ({ value: e.initial_value ?? null }),
  email_text_input: (e) => ({ value: e.initial_value ?? null }),
  url_text_input: (e) => ({ value: e.initial_value ?? null }),
  number_input: (e) => ({ value: e.initial_value ?? null }),
  rich_text_input: (e) => (e.initial_value === undefined ? {} : { rich_text_value: e.initial_value }),
  static_select: (e) => ({ selected_option: e.initial_option ?? null }),
  external_select: (e) => ({ selected_option: e.initial_option ?? null }),
  radio_buttons: (e) => ({ selected_option: e.initial_option ?? null }),
  users_select: (e) => ({ selected_user: e.initial_user ?? null }),
  conversations_select: (e) => ({ selected_conversation: e.initial_conversation ?? null }),
  channels_select: (e) => ({ selected_channel: e.initial_channel ?? null }),
  checkboxes: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_static_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_external_select: (e) => ({ selected_options: e.initial_options ?? [] }),
  multi_users_select: (e) => ({ selected_users: e.initial_users ?? [] }),
  multi_conversations_select: (e) => ({ selected_conversations: e.initial_conversations ?? [] }),
  multi_channels_select: (e) => ({ selected_channels: e.initial_channels ?? [] }),
  datepicker: (e) => ({ selected_date: e.initial_date ?? null }),
  timepicker: (e) => ({ selected_time: e.initial_time ?? null }),
  datetimepicker: (e) => ({ selected_date_time: e.initial_date_time ?? null }),
  file_input: () => ({ files: [] }),
};

export function isStateful(type: unknown): boolean {
  return typeof type === 'string' && type in AT_REST;
}

/** `state.values` of these blocks: what was entered, else what the element started with. */
export function stateValues(blocks: SlackJson[], entered: PageStateValues): PageStateValues {
  const values: PageStateValues = {};
  for (const { blockId, element } of interactiveElements(blocks)) {
    const type = String(element.type);
    const atRest = AT_REST[type];
    if (atRest === undefined) continue;
    const actionId = String(element.action_id);
    const value = entered[blockId]?.[actionId] ?? { type, ...atRest(element) };
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
}

/** Later entries win; other elements keep theirs. */
export function mergeState(before: PageStateValues, added: PageStateValues): PageStateValues {
  const merged = { ...before };
  for (const [blockId, values] of Object.entries(added)) merged[blockId] = { ...merged[blockId], ...values };
  return merged;
}
