import type { PageStateValues, SlackJson } from '../../page-protocol.ts';
import { type Json, list, num, obj, str } from './slack-json.ts';

/** What the person changed so far, by `block_id` and `action_id`; the rest stands at its initial value. */
export type Changed = Readonly<Record<string, SlackJson>>;

/** `state.values` as Slack sends it: every element that holds a value, the untouched ones with their initial value. */
export function stateValues(blocks: readonly Json[], changed: Changed): PageStateValues {
  const values: PageStateValues = {};
  const all = blocks.flatMap((block) => [block, ...list(block, 'child_blocks')]);
  all.forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    for (const element of elementsOf(block)) {
      const actionId = str(element, 'action_id');
      const value = changed[fieldKey(blockId, actionId)] ?? initialValue(element);
      if (value) values[blockId] = { ...values[blockId], [actionId]: value };
    }
  });
  return values;
}

export const fieldKey = (blockId: string, actionId: string): string => `${blockId}\n${actionId}`;

export const blockIdOf = (block: Json, index: number): string => str(block, 'block_id') || `block-${index}`;

function elementsOf(block: Json): Json[] {
  const single = obj(block, 'element') ?? obj(block, 'accessory');
  return single ? [single] : list(block, 'elements').filter((element) => str(element, 'action_id') !== '');
}

function initialValue(element: Json): SlackJson | undefined {
  const type = str(element, 'type');
  const read = INITIAL[type];
  return read && { type, ...read(element) };
}

const oneOption = (element: Json) => ({ selected_option: obj(element, 'initial_option') ?? null });
const manyOptions = (element: Json) => ({ selected_options: list(element, 'initial_options') });
const text = (element: Json) => ({ value: str(element, 'initial_value') || null });
const ids = (element: Json, key: string): unknown => element[key] ?? [];

/** Overflow menus and buttons are absent: they act and hold nothing. */
const INITIAL: Readonly<Record<string, (element: Json) => Json>> = {
  static_select: oneOption,
  external_select: oneOption,
  radio_buttons: oneOption,
  multi_static_select: manyOptions,
  multi_external_select: manyOptions,
  checkboxes: manyOptions,
  users_select: (e) => ({ selected_user: str(e, 'initial_user') || null }),
  conversations_select: (e) => ({ selected_conversation: str(e, 'initial_conversation') || null }),
  channels_select: (e) => ({ selected_channel: str(e, 'initial_channel') || null }),
  multi_users_select: (e) => ({ selected_users: ids(e, 'initial_users') }),
  multi_conversations_select: (e) => ({ selected_conversations: ids(e, 'initial_conversations') }),
  multi_channels_select: (e) => ({ selected_channels: ids(e, 'initial_channels') }),
  datepicker: (e) => ({ selected_date: str(e, 'initial_date') || null }),
  timepicker: (e) => ({ selected_time: str(e, 'initial_time') || null }),
  datetimepicker: (e) => ({ selected_date_time: num(e, 'initial_date_time') ?? null }),
  plain_text_input: text,
  email_text_input: text,
  url_text_input: text,
  number_input: text,
  rich_text_input: (e) => ({ rich_text_value: obj(e, 'initial_value') ?? null }),
  file_input: () => ({ files: [] }),
};
