import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Slack refuses empty strings everywhere a string is given. */
export const text = (max: number) => z.string().min(1).max(max);
export const id = text(LIMITS.id.characters);

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: z.boolean().optional() });

export const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: z.boolean().optional() });

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);

export const placeholder = plainText(LIMITS.select.placeholder);

export const style = z.enum(['primary', 'danger']);

export const confirm = z.strictObject({
  title: plainText(LIMITS.confirm.title).optional(),
  text: anyText(LIMITS.confirm.text),
  confirm: plainText(LIMITS.confirm.button).optional(),
  deny: plainText(LIMITS.confirm.button).optional(),
  style: style.optional(),
});

/** Option of a menu; checkboxes and radio buttons alone take mrkdwn in it. */
export const option = z.strictObject({
  text: plainText(LIMITS.option.text),
  value: text(LIMITS.option.value),
  description: plainText(LIMITS.option.text).optional(),
});

export const overflowOption = option.extend({ url: text(LIMITS.option.url).optional() });

export const choiceOption = option.extend({
  text: anyText(LIMITS.option.text),
  description: anyText(LIMITS.option.text).optional(),
});

export const optionGroup = z.strictObject({
  label: plainText(LIMITS.optionGroup.label),
  options: z.array(option).min(1).max(LIMITS.select.options),
});

export const conversationFilter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .refine((filter) => Object.keys(filter).length > 0, 'must supply at least one filter');

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .optional(),
});

const slackFile = z
  .strictObject({ id: text(255).optional(), url: text(LIMITS.image.url).optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), 'must supply one of id or url');

const pictureFields = {
  type: z.literal('image'),
  image_url: text(LIMITS.image.url).optional(),
  slack_file: slackFile.optional(),
  alt_text: text(LIMITS.image.altText),
};

const hasOnePicture = (image: { image_url?: unknown; slack_file?: unknown }) =>
  (image.image_url === undefined) !== (image.slack_file === undefined);

export const imageElement = z
  .strictObject(pictureFields)
  .refine(hasOnePicture, 'must supply one of image_url or slack_file');

export const imageBlock = z
  .strictObject({
    ...pictureFields,
    title: plainText(LIMITS.image.title).optional(),
    block_id: id.optional(),
  })
  .refine(hasOnePicture, 'must supply one of image_url or slack_file');
