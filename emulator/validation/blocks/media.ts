import { z } from 'zod';
import { anyText, id, plainText, text } from '../composition.ts';
import { LIMITS } from '../limits.ts';

const url = text(LIMITS.image.url);
const secureUrl = url.startsWith('https://', 'must be an https URL');

export const alert = z.strictObject({
  type: z.literal('alert'),
  block_id: id.optional(),
  text: anyText(LIMITS.alert.text),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});

export const markdown = z.strictObject({
  type: z.literal('markdown'),
  block_id: id.optional(),
  text: text(LIMITS.markdown.text),
});

export const video = z.strictObject({
  type: z.literal('video'),
  block_id: id.optional(),
  alt_text: text(LIMITS.image.altText),
  title: plainText(LIMITS.video.title),
  title_url: secureUrl.optional(),
  description: plainText(LIMITS.video.description).optional(),
  video_url: secureUrl,
  thumbnail_url: url,
  author_name: text(LIMITS.video.authorName).optional(),
  provider_name: text(LIMITS.id.characters).optional(),
  provider_icon_url: url.optional(),
});
