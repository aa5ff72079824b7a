/** A message as Slack hands it over, people's and apps', taken apart into words and fields. What came is from outside: any of it may be anything. */
import { z } from 'zod';
import { labelledLines, ORNAMENTS } from '../../../reading/lead/labelled-lines.ts';
import type { Answer } from '../../../reading/lead/sort-answers.ts';
import { meaningOf, namesSomebodyElse, tellsArrival } from '../../../reading/words/lead-words.ts';

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

/** What is found on the way: addresses that stand behind a name are told at the end, where nothing else tells one. */
interface Found extends MessageParts {
  linked: Answer[];
}

const nothingFound = (): Found => ({ words: '', answers: [], linked: [] });

export function messageParts(message: unknown): MessageParts {
  const json = asJson(message);
  const parts = nothingFound();
  const shown = [...blockTexts(json.blocks, parts), ...attachmentTexts(json.attachments, parts)];
  const text = plainText(textIn(json.text));
  const isBare = parts.answers.length === 0 && shown.every((each) => each === '');
  // Most messages say in `text` what their blocks show; those of apps may say nothing there, or something else.
  const isShown = text !== '' && shown.join('\n').includes(text);
  const texts = isBare
    ? sectionText(textIn(json.text), parts)
    : text === '' || isShown || parts.answers.length > 0
      ? shown
      : [text, ...attachmentTexts(json.attachments, nothingFound())];
  const words = texts.filter(Boolean).join('\n').trim();
  return { words, answers: [...parts.answers, ...linkedAlone(parts.linked)] };
}

/** Two addresses leave open whose is whose. */
function linkedAlone(linked: readonly Answer[]): Answer[] {
  return [...Map.groupBy(linked, ({ label }) => label).values()].flatMap((ways) =>
    new Set(ways.map(({ value }) => value)).size === 1 ? ways.slice(0, 1) : [],
  );
}

function asJson(value: unknown): Json {
  return Thing.safeParse(value).data ?? {};
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  const { text } = asJson(value);
  return typeof text === 'string' ? text : '';
}

function blockTexts(blocks: unknown, parts: Found): string[] {
  return listOf(blocks).flatMap((block) => {
    switch (block.type) {
      case 'rich_text':
        return sectionText(richText(block.elements).trimEnd(), parts);
      case 'markdown':
        return sectionText(asMrkdwn(textIn(block.text)), parts);
      case 'table':
        return tableText(block.rows, parts);
      case 'context':
        return contextText(block.elements);
      default:
        return [...sectionText(textIn(block.text), parts), ...fieldTexts(block.fields, parts)];
    }
  });
}

/** Bold at the beginning of a line, and what follows it there or below: "*Company*\nHarbour", "*Company:* Harbour". */
const FIELD = new RegExp(
  String.raw`^${ORNAMENTS}\*([^*\n]{1,80}?)([:：]?)\*([:：]?)(?:\s|&gt;)+(\S[\s\S]*)$`,
  'u',
);
const NEXT_FIELD = new RegExp(String.raw`\n(?=${ORNAMENTS}\*[^*\n]{1,80}\*)`, 'u');

/** A bold label and what it is about is a field; all else are words. */
function sectionText(mrkdwn: string, { answers, linked }: Found): string[] {
  linked.push(...linkedIn(mrkdwn));
  return mrkdwn.split(NEXT_FIELD).flatMap((part) => {
    const [, label = '', within = '', behind = '', value = ''] = FIELD.exec(part) ?? [];
    // What somebody only wanted to stress is none.
    const isField = within !== '' || behind !== '' || isLabel(label);
    if (label === '' || !isField) return [plainText(part)];
    answers.push({ label: plainText(label), value: plainText(value) });
    return [];
  });
}

const BARE_LABEL = /^\s*\*([^*\n]{1,80}?)[:：]?\*\s*[:：]?\s*$/u;

/** Two columns of a section: what each is about beside it, or below it in the next row. */
function fieldTexts(fields: unknown, parts: Found): string[] {
  const texts = listOf(fields).map(textIn);
  const labels = texts.map((text) => BARE_LABEL.exec(text)?.[1] ?? null);
  const [first = null, second = null] = labels;
  const pairs = first !== null && second !== null ? belowEach(labels) : besideEach(labels);
  if (pairs === null) return texts.flatMap((text) => sectionText(text, parts));
  for (const [label, value] of pairs) {
    parts.linked.push(...linkedIn(texts[value] ?? '', labels[label] ?? ''));
    parts.answers.push({ label: plainText(labels[label] ?? ''), value: plainText(texts[value] ?? '') });
  }
  return [];
}

type Pairs = readonly (readonly [label: number, value: number])[];

/** Null: they do not stand so. */
function besideEach(labels: readonly (string | null)[]): Pairs | null {
  const isSo = labels.length > 1 && labels.every((label, at) => (label === null) === (at % 2 === 1));
  return isSo ? labels.flatMap((label, at) => (label === null ? [] : [[at, at + 1] as const])) : null;
}

function belowEach(labels: readonly (string | null)[]): Pairs | null {
  const isSo = labels.length % 4 === 0 && labels.every((label, at) => (label === null) === at % 4 > 1);
  return isSo ? labels.flatMap((label, at) => (label === null ? [] : [[at, at + 2] as const])) : null;
}

const LINKED = /<(mailto|tel):([^>|\n]{1,320})\|([^>\n]*)>/g;

/** Addresses that only their link has: "<mailto:dana@x.example|Dana Whitfield>". Not those of whoever it is assigned to. */
function linkedIn(mrkdwn: string, column = ''): Answer[] {
  return mrkdwn.split('\n').flatMap((line) =>
    [...line.matchAll(LINKED)].flatMap(({ index, 1: kind, 2: address = '', 3: shown = '' }) => {
      const isShown = plainly(shown).includes(plainly(address));
      const isOthers = namesSomebodyElse(column) || namesSomebodyElse(line.slice(0, index));
      return isShown || isOthers ? [] : [{ label: kind === 'tel' ? 'Phone' : 'Email', value: address }];
    }),
  );
}

function plainly(address: string): string {
  return address.toLowerCase().replaceAll(/[\s()/+-]|%20/g, '');
}

function isLabel(text: string): boolean {
  return meaningOf(text) !== null || tellsArrival(text);
}

/** Small print: of interest where a word for a field begins it. */
function contextText(elements: unknown): string[] {
  const lines = listOf(elements).flatMap((element) => plainText(textIn(element)).split('\n'));
  return labelledLines(lines).answers.map(({ label, value }) => `${label}: ${value}`);
}

/** Two columns are labels and what they are about, two rows a head and what is below. */
function tableText(rows: unknown, { answers }: Found): string[] {
  const cells = z.array(Things).safeParse(rows).data ?? [];
  const texts = cells.map((row) =>
    row.map((cell) => plainText(cell.type === 'rich_text' ? richText(cell.elements) : textIn(cell))),
  );
  const [head = [], below = []] = texts;
  const isHead = texts.length === 2 && (head.length !== 2 || head.every(isLabel));
  const pairs = isHead
    ? head.map((label, at) => [label, below[at] ?? ''])
    : texts.every(({ length }) => length === 2)
      ? texts
      : null;
  if (pairs === null) return texts.map((row) => row.filter(Boolean).join(' · '));
  for (const [label = '', value = ''] of pairs) if (label || value) answers.push({ label, value });
  return [];
}

function attachmentTexts(attachments: unknown, parts: Found): string[] {
  return listOf(attachments).flatMap((attachment) => {
    const had = parts.answers.length;
    const fields = listOf(attachment.fields);
    for (const { title, value } of fields) {
      parts.linked.push(...linkedIn(textIn(value), textIn(title)));
      parts.answers.push({ label: plainText(textIn(title)), value: plainText(textIn(value)) });
    }
    const inner = blockTexts(attachment.blocks, parts);
    const fallback = plainText(textIn(attachment.fallback));
    // Most say in the fallback what their title is: that something has come in.
    const title = plainText(textIn(attachment.title));
    const texts = [
      ...[attachment.pretext, attachment.text].flatMap((text) => sectionText(textIn(text), parts)),
      ...(title === fallback ? [] : [title]),
      ...inner,
    ];
    const isSilent = parts.answers.length === had && texts.every((text) => text === '');
    return isSilent ? [fallback] : texts;
  });
}

/** Parts that stand on lines of their own. */
const LINES = new Set(['rich_text_section', 'rich_text_quote', 'rich_text_preformatted']);

/** Bold as mrkdwn has it, by which a label is known. */
function richText(elements: unknown): string {
  return listOf(elements)
    .map((element) => {
      if (element.elements !== undefined)
        return richText(element.elements) + (LINES.has(String(element.type)) ? '\n' : '');
      const text = elementText(element);
      const isBold = asJson(element.style).bold === true && /^\S(.*\S)?$/.test(text);
      return isBold ? `*${text}*` : text;
    })
    .join('');
}

function elementText(element: Json): string {
  switch (element.type) {
    case 'link':
      return linkText(textIn(element.text), String(element.url ?? ''));
    case 'date':
      return textIn(element.fallback) || instantText(element.timestamp);
    default:
      return textIn(element.text);
  }
}

/** As mrkdwn has it where an address stands behind a name. */
function linkText(text: string, url: string): string {
  if (text === '') return url.replace(/^(?:mailto|tel):/, '');
  return /^(?:mailto|tel):[^<>|\n]+$/.test(url) ? `<${url}|${text}>` : text;
}

/** Of epoch seconds. */
function instantText(timestamp: unknown): string {
  const isInstant = typeof timestamp === 'number' && Math.abs(timestamp) < 8e12;
  return isInstant ? new Date(timestamp * 1000).toISOString() : '';
}

function asMrkdwn(markdown: string): string {
  return markdown.replaceAll(/\*\*([^*\n]+)\*\*/g, '*$1*').replaceAll(/\[([^\]\n]+)\]\([^()\s]+\)/g, '$1');
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
