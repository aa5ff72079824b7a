import { z } from 'zod';
import { anyText, id, imageBlock, imageElement, mrkdwn, plainText, text } from '../composition.ts';
import { button } from '../elements/buttons.ts';
import { LIMITS } from '../limits.ts';
import { actions, context, divider, header, input, section } from './layout.ts';
import { video } from './media.ts';
import { richText } from './rich-text.ts';
import { table } from './tables.ts';

const block_id = id.optional();
const words = text(LIMITS.text.characters);

export const card = z
  .strictObject({
    type: z.literal('card'),
    block_id,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: mrkdwn(LIMITS.card.title).optional(),
    subtitle: mrkdwn(LIMITS.card.subtitle).optional(),
    body: mrkdwn(LIMITS.card.body).optional(),
    actions: z.array(button).min(1).max(LIMITS.card.actions).optional(),
  })
  .refine(({ hero_image, title, body, actions: buttons }) => hero_image ?? title ?? body ?? buttons, {
    message: 'must supply one of hero_image, title, body or actions',
  });

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  block_id,
  elements: z.array(card).min(1).max(LIMITS.carousel.elements),
});

const child = z.discriminatedUnion('type', [
  actions,
  context,
  divider,
  header,
  imageBlock,
  input,
  richText,
  section,
  table,
  video,
]);

export const container = z
  .strictObject({
    type: z.literal('container'),
    block_id,
    title: plainText(LIMITS.container.title).optional(),
    rich_text_title: richText.optional(),
    subtitle: anyText(LIMITS.container.subtitle).optional(),
    child_blocks: z.array(child).min(1).max(LIMITS.container.childBlocks),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine(({ title, rich_text_title }) => title ?? rich_text_title, {
    message: 'must supply one of title or rich_text_title',
  });

const source = z.strictObject({ type: z.literal('url'), url: text(LIMITS.button.url), text: words });

export const taskCard = z.strictObject({
  type: z.literal('task_card'),
  block_id,
  task_id: id,
  title: words,
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(source).min(1).optional(),
  status: z.enum(['pending', 'in_progress', 'complete', 'error']),
});

export const plan = z.strictObject({
  type: z.literal('plan'),
  block_id,
  title: words,
  tasks: z.array(taskCard).min(1).optional(),
});
