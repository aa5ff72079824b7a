import { z } from 'zod';
import { anyText, id, imageElement, mrkdwn, plainText } from '../composition.ts';
import { button, feedbackButtons, iconButton, workflowButton } from '../elements/buttons.ts';
import { checkboxes, overflow, radioButtons } from '../elements/choices.ts';
import { fileInput, richTextInput, textInputs } from '../elements/inputs.ts';
import { datepicker, datetimepicker, timepicker } from '../elements/pickers.ts';
import { multiSelects, singleSelects } from '../elements/selects.ts';
import { LIMITS } from '../limits.ts';

const block_id = id.optional();
const choosers = [
  checkboxes,
  radioButtons,
  datepicker,
  timepicker,
  ...singleSelects,
  ...multiSelects,
] as const;

export const section = z
  .strictObject({
    type: z.literal('section'),
    block_id,
    text: anyText(LIMITS.section.text).optional(),
    fields: z.array(anyText(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
    accessory: z
      .discriminatedUnion('type', [button, workflowButton, overflow, imageElement, ...choosers])
      .optional(),
    expand: z.boolean().optional(),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, {
    message: 'must supply one of text or fields',
  });

export const actions = z.strictObject({
  type: z.literal('actions'),
  block_id,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        button,
        workflowButton,
        overflow,
        datetimepicker,
        richTextInput,
        ...choosers,
      ]),
    )
    .min(1)
    .max(LIMITS.actions.elements),
});

export const context = z.strictObject({
  type: z.literal('context'),
  block_id,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        imageElement,
        plainText(LIMITS.text.characters),
        mrkdwn(LIMITS.text.characters),
      ]),
    )
    .min(1)
    .max(LIMITS.context.elements),
});

export const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(LIMITS.contextActions.elements),
});

export const divider = z.strictObject({ type: z.literal('divider'), block_id });

export const header = z.strictObject({
  type: z.literal('header'),
  block_id,
  text: plainText(LIMITS.header.text),
});

export const input = z.strictObject({
  type: z.literal('input'),
  block_id,
  label: plainText(LIMITS.input.label),
  hint: plainText(LIMITS.input.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [
    ...textInputs,
    richTextInput,
    fileInput,
    datetimepicker,
    ...choosers,
  ]),
});
