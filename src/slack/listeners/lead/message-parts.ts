/** A message as Slack hands it over, people's and apps', taken apart into words and fields. What came is from outside: any of it may be anything. */
import { z } from 'zod';
import type { Answer } from '../../../reading/lead/sort-answers.ts';

export interface MessageParts {
  /** Plain text. */
  words: string;
  answers: Answer[];
}

type Json = Readonly<Record<string, unknown>>;

const Thing = z.record(z.string(), z.unknown());
const Things = z.array(Thing);

function listOf(value: unknown): Json[] {
  return Things.safeParse(value).data ?? [];
}

export function messageParts(message: unknown): MessageParts {
  const json = asJson(message);
  const parts: MessageParts = { words: '', answers: [] };
  const shown = [...blockTexts(json.blocks, parts), ...attachmentTexts(json.attachments, parts)];
  const text = plainText(textIn(json.text));
  // Most messages say in `text` what their blocks show; those of apps may say nothing there, or something else.
  const isShown = text !== '' && shown.join('\n').includes(text);
  const texts =
    text === '' || isShown || parts.answers.length > 0
      ? shown
      : [text, ...attachmentTexts(json.attachments, { words: '', answers: [] })];
  return { ...parts, words: texts.filter(Boolean).join('\n').trim() };
}

function asJson(value: unknown): Json {
  return Thing.safeParse(value).data ?? {};
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const { text } = asJson(value);
  return typeof text === 'string' ? text : '';
}

function blockTexts(blocks: unknown, parts: MessageParts): string[] {
  return listOf(blocks).flatMap((block) => {
    if (block.type === 'rich_text') return [richText(block.elements)];
    const fields = listOf(block.fields).flatMap((field) => sectionText(textIn(field), parts));
    const own = block.type === 'context' ? [] : sectionText(textIn(block.text), parts);
    return [...own, ...fields];
  });
}

/** "*Company*" above what it is, or before it in the same line, is a field; all else are words. */
function sectionText(mrkdwn: string, { answers }: MessageParts): string[] {
  const [, label, value] = /^\s*\*([^*\n]{1,80}?)[:：]?\*[:：]?\s+(\S[\s\S]*)$/u.exec(mrkdwn) ?? [];
  if (label === undefined || value === undefined || /\n\s*\*[^*\n]+\*/.test(value))
    return [plainText(mrkdwn)];
  answers.push({ label: plainText(label), value: plainText(value) });
  return [];
}

function attachmentTexts(attachments: unknown, parts: MessageParts): string[] {
  return listOf(attachments).flatMap((attachment) => {
    const fields = listOf(attachment.fields);
    for (const { title, value } of fields) {
      parts.answers.push({ label: plainText(textIn(title)), value: plainText(textIn(value)) });
    }
    const inner = blockTexts(attachment.blocks, parts);
    const texts = [...[attachment.pretext, attachment.text].map((text) => plainText(textIn(text))), ...inner];
    const isSilent = fields.length === 0 && texts.every((text) => text === '');
    return isSilent ? [plainText(textIn(attachment.fallback))] : texts;
  });
}

function richText(elements: unknown): string {
  return listOf(elements)
    .map((element) => {
      if (element.elements !== undefined)
        return richText(element.elements) + (element.type === 'rich_text_section' ? '\n' : '');
      if (element.type === 'link')
        return textIn(element.text) || String(element.url ?? '').replace(/^(?:mailto|tel):/, '');
      return textIn(element.text);
    })
    .join('')
    .trimEnd();
}

/** Slack writes `<mailto:a@b|a@b>`, `<tel:+44|+44>`, `<https://…|words>`, and escapes the rest. */
export function plainText(mrkdwn: string): string {
  return mrkdwn
    .replaceAll(/<[@#!][^>|]*(?:\|([^>]*))?>/g, (_, label: string | undefined) => label ?? '')
    .replaceAll(/<([^>|]+)\|([^>]*)>/g, '$2')
    .replaceAll(/<(?:mailto:|tel:)?([^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[*_~`]+(?=\S)|(?<=\S)[*_~`]+/g, (marks, at: number, all: string) =>
      isInWord(all, at, marks.length) ? marks : '',
    )
    .trim();
}

/** `first_last@x.example` holds no emphasis. */
function isInWord(text: string, at: number, length: number): boolean {
  return /\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + length] ?? '');
}
