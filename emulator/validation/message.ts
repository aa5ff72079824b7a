import { z } from 'zod';
import { acrossProblems, textLength } from './across.ts';
import { block } from './blocks/block.ts';
import { LIMITS } from './limits.ts';
import { type Problem, problem, problemsOf } from './problem.ts';
import { surfaceProblems } from './surfaces.ts';

export interface Message {
  text?: string;
  blocks?: unknown;
  metadata?: unknown;
  markdown_text?: string;
  attachments?: unknown;
}

/** Why Slack would refuse to post or update this message; an empty list if it would not. */
export function checkMessage(message: Message): Problem[] {
  return [
    ...textProblems(message),
    ...blockProblems(message.blocks ?? []),
    ...attachmentProblems(message.attachments),
    ...metadataProblems(message.metadata),
  ];
}

/** Slack cuts the text of a new message by itself. */
export function cutText(text: string): string {
  return text.slice(0, LIMITS.message.text).replace(/[\uD800-\uDBFF]$/, '');
}

function textProblems({ text = '', markdown_text: markdown = '', blocks, attachments }: Message): Problem[] {
  const isGiven = (list: unknown) => (Array.isArray(list) ? list.length > 0 : list !== undefined);
  const hasBlocks = isGiven(blocks) || isGiven(attachments);
  const { text: maxText, markdownText } = LIMITS.message;
  if (!text && !markdown && !hasBlocks) return [problem('no_text', 'no message text provided', '')];
  if (markdown && (text || hasBlocks)) {
    return [problem('markdown_text_conflict', 'markdown_text excludes text and blocks', '/markdown_text')];
  }
  if (markdown.length > markdownText) return [tooLong('/markdown_text', markdownText)];
  return text.length > maxText ? [tooLong('/text', maxText)] : [];
}

function tooLong(pointer: string, max: number): Problem {
  return problem('msg_too_long', `must be less than ${max + 1} characters`, pointer);
}

const messageBlocks = z.array(block).max(LIMITS.message.blocks);

function blockProblems(blocks: unknown): Problem[] {
  if (!Array.isArray(blocks)) return [problem('invalid_blocks_format', 'must provide an array', '/blocks')];
  const at = { code: 'invalid_blocks', pointer: '/blocks' };
  const problems = [
    ...problemsOf(messageBlocks, blocks, at),
    ...surfaceProblems(blocks, 'message', at),
    ...acrossProblems(blocks, at),
  ];
  const { blockText } = LIMITS.message;
  return textLength(blocks) > blockText
    ? [
        ...problems,
        problem('msg_blocks_too_long', `must be less than ${blockText + 1} characters`, '/blocks'),
      ]
    : problems;
}

/** docs.slack.dev/messaging/formatting-message-text, "Secondary attachments": legacy, but taken. */
function attachmentProblems(attachments: unknown): Problem[] {
  if (attachments === undefined) return [];
  const at = { code: 'invalid_attachments', pointer: '/attachments' };
  const known = z.array(z.record(z.string(), z.unknown())).max(LIMITS.message.attachments);
  return problemsOf(known, attachments, at);
}

const metadataShape = z.object({
  event_type: z.string().min(1).max(LIMITS.id.characters),
  event_payload: z.record(z.string(), z.unknown()),
});

function metadataProblems(metadata: unknown): Problem[] {
  if (metadata === undefined) return [];
  const problems = problemsOf(metadataShape, metadata, {
    code: 'invalid_metadata_format',
    pointer: '/metadata',
  });
  const { metadata: max } = LIMITS.message;
  return JSON.stringify(metadata).length > max
    ? [...problems, problem('metadata_too_large', `must be less than ${max + 1} characters`, '/metadata')]
    : problems;
}
