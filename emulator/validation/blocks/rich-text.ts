import { z } from 'zod';
import { id, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';

const flag = z.boolean().optional();
const style = z
  .strictObject({
    bold: flag,
    italic: flag,
    strike: flag,
    underline: flag,
    code: flag,
    highlight: flag,
    client_highlight: flag,
    unlink: flag,
  })
  .optional();

const words = text(LIMITS.message.text);

const plain = z.strictObject({ type: z.literal('text'), text: words, style });
const link = z.strictObject({
  type: z.literal('link'),
  url: text(LIMITS.button.url),
  text: words.optional(),
  unsafe: flag,
  style,
});

const inline = z.discriminatedUnion('type', [
  plain,
  link,
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: id, style }),
  z.strictObject({ type: z.literal('color'), value: words, style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: words,
    timezone: words.optional(),
    url: text(LIMITS.button.url).optional(),
    fallback: words.optional(),
    style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: words,
    unicode: words.optional(),
    url: text(LIMITS.button.url).optional(),
    skin_tone: z.int().min(1).max(6).optional(),
    style,
  }),
  z.strictObject({ type: z.literal('team'), team_id: id, style }),
  z.strictObject({ type: z.literal('user'), user_id: id, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: id, style }),
]);

const border = z.union([z.literal(0), z.literal(1)]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline).min(1) });

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline).min(1), border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(z.discriminatedUnion('type', [plain, link])).min(1),
          language: words.optional(),
          border,
        }),
      ]),
    )
    .min(1),
});
