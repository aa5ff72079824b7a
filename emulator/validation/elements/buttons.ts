import { z } from 'zod';
import { confirm, id, plainText, style, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';

const label = plainText(LIMITS.button.text);
const accessibilityLabel = text(LIMITS.button.accessibilityLabel);
const value = text(LIMITS.button.value);

export const button = z.strictObject({
  type: z.literal('button'),
  text: label,
  action_id: id.optional(),
  value: value.optional(),
  url: text(LIMITS.button.url).optional(),
  style: style.optional(),
  confirm: confirm.optional(),
  accessibility_label: accessibilityLabel.optional(),
});

const parameter = z.strictObject({ name: text(255), value: z.unknown() });

export const workflowButton = z.strictObject({
  type: z.literal('workflow_button'),
  text: label,
  action_id: id.optional(),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: text(LIMITS.button.url),
      customizable_input_parameters: z.array(parameter).optional(),
    }),
  }),
  style: style.optional(),
  accessibility_label: accessibilityLabel.optional(),
});

const feedback = z.strictObject({ text: label, value, accessibility_label: accessibilityLabel.optional() });

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: id.optional(),
  positive_button: feedback,
  negative_button: feedback,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: z.enum(['trash']),
  text: label,
  action_id: id.optional(),
  value: value.optional(),
  confirm: confirm.optional(),
  accessibility_label: accessibilityLabel.optional(),
  visible_to_user_ids: z.array(id).min(1).optional(),
});
