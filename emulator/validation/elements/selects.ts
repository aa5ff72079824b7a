import { z } from 'zod';
import { confirm, conversationFilter, id, option, optionGroup, placeholder } from '../composition.ts';
import { LIMITS } from '../limits.ts';
import { isAmong } from './is-among.ts';

const common = {
  action_id: id.optional(),
  placeholder: placeholder.optional(),
  confirm: confirm.optional(),
  focus_on_load: z.boolean().optional(),
};

const several = { max_selected_items: z.int().min(1).optional() };

const listed = {
  options: z.array(option).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.optionGroup.groups).optional(),
};

const ids = z.array(id).min(1);

export const singleSelects = [
  offering(
    z.strictObject({
      type: z.literal('static_select'),
      ...common,
      ...listed,
      initial_option: option.optional(),
    }),
  ),
  z.strictObject({
    type: z.literal('external_select'),
    ...common,
    initial_option: option.optional(),
    min_query_length: z.int().min(0).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...common, initial_user: id.optional() }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...common,
    initial_conversation: id.optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: conversationFilter.optional(),
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...common,
    initial_channel: id.optional(),
    response_url_enabled: z.boolean().optional(),
  }),
] as const;

export const multiSelects = [
  offering(
    z.strictObject({
      type: z.literal('multi_static_select'),
      ...common,
      ...several,
      ...listed,
      initial_options: z.array(option).min(1).optional(),
    }),
  ),
  z.strictObject({
    type: z.literal('multi_external_select'),
    ...common,
    ...several,
    initial_options: z.array(option).min(1).optional(),
    min_query_length: z.int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...common,
    ...several,
    initial_users: ids.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...common,
    ...several,
    initial_conversations: ids.optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: conversationFilter.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    ...common,
    ...several,
    initial_channels: ids.optional(),
  }),
] as const;

interface Offer {
  options?: unknown[] | undefined;
  option_groups?: { options: unknown[] }[] | undefined;
  initial_option?: unknown;
  initial_options?: unknown[] | undefined;
}

/** A static menu: its options are a plain list or groups, never both, and what is chosen at first is one of them. */
function offering<Schema extends z.ZodType<Offer>>(schema: Schema): Schema {
  return schema
    .refine((menu) => (menu.options === undefined) !== (menu.option_groups === undefined), {
      message: 'must supply one of options or option_groups',
    })
    .refine((menu) => isAmong(chosen(menu), offered(menu)), {
      message: 'initial option must exactly match one of the provided options',
    });
}

function chosen(menu: Offer): unknown[] {
  return menu.initial_options ?? (menu.initial_option === undefined ? [] : [menu.initial_option]);
}

function offered(menu: Offer): unknown[] {
  return menu.options ?? (menu.option_groups ?? []).flatMap((group) => group.options);
}
