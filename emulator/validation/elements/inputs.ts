import { z } from 'zod';
import { richText } from '../blocks/rich-text.ts';
import { dispatchActionConfig, id, placeholder, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';

const common = {
  action_id: id.optional(),
  placeholder: placeholder.optional(),
  focus_on_load: z.boolean().optional(),
  dispatch_action_config: dispatchActionConfig.optional(),
};

const MAX = LIMITS.plainTextInput.length;

const plainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    ...common,
    initial_value: text(MAX).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(MAX).optional(),
    max_length: z.int().min(1).max(MAX).optional(),
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? MAX), {
    message: 'min_length must be less than or equal to max_length',
    path: ['min_length'],
  })
  // docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
  .refine((input) => (input.initial_value?.length ?? 0) <= (input.max_length ?? MAX), {
    message: 'initial_value must be less than or equal to max_length',
    path: ['initial_value'],
  });

/** Slack takes the numbers as strings. */
const numeral = z.string().regex(/^-?\d+(\.\d+)?$/, 'must be a number written as a string');

const numberInput = z
  .strictObject({
    type: z.literal('number_input'),
    ...common,
    is_decimal_allowed: z.boolean(),
    initial_value: numeral.optional(),
    min_value: numeral.optional(),
    max_value: numeral.optional(),
  })
  .refine((input) => Number(input.min_value ?? -Infinity) <= Number(input.max_value ?? Infinity), {
    message: 'min_value must be less than or equal to max_value',
    path: ['min_value'],
  })
  .refine(({ is_decimal_allowed, initial_value }) => is_decimal_allowed || !initial_value?.includes('.'), {
    message: 'must be an integer as is_decimal_allowed is false',
    path: ['initial_value'],
  });

export const textInputs = [
  plainTextInput,
  numberInput,
  z.strictObject({ type: z.literal('email_text_input'), ...common, initial_value: text(MAX).optional() }),
  z.strictObject({ type: z.literal('url_text_input'), ...common, initial_value: text(MAX).optional() }),
] as const;

export const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  ...common,
  initial_value: richText.optional(),
  min_lines: z.int().min(1).max(100).optional(),
  max_lines: z.int().min(1).max(100).optional(),
});

export const fileInput = z.strictObject({
  type: z.literal('file_input'),
  action_id: id.optional(),
  filetypes: z.array(text(255)).min(1).optional(),
  max_files: z.int().min(1).max(LIMITS.fileInput.files).optional(),
});
