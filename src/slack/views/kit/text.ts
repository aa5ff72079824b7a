/** Text on its way into Slack: escaped, cut to Slack's limits, with times that each reader sees in their own zone. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { clip, cut } from '../../../sentences/clip.ts';
import { entities, escapeText, plainLine } from './as-written.ts';

export { escapeText, paragraph, quote } from './as-written.ts';

/**
 * `format` in Slack's tokens: `{date_short_pretty}`, `{time}`, `{date_num}`… The fallback is read by old clients and in
 * notifications, so it should name the zone that it is in.
 */
export function slackDate(epochMs: number, format: string, fallback: string): string {
  const cleaned = entities(fallback).replaceAll('|', '/');
  return `<!date^${Math.floor(epochMs / 1000)}^${format}|${cleaned}>`;
}

export function person(id: string): string {
  return `<@${id}>`;
}

export function channelLink(id: string): string {
  return `<#${id}>`;
}

export function link(url: string, label: string): string {
  return `<${entities(url).replaceAll('|', '%7C')}|${escapeText(label).replaceAll('|', '/')}>`;
}

/** The same for mrkdwn: an entity, mention or link that the cut would halve goes as a whole. */
export function clipMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text.toWellFormed();
  const shown = cut(text, limit - 1)
    .replace(/<[^<>]*$/, '')
    .replace(/&[a-z]{0,3}$/, '');
  return `${shown.trimEnd()}…`;
}

/** One line, as it is written: no code of an emoji becomes one. */
export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: clip(plainLine(text), limit), emoji: true };
}

/** Verbatim: what looks like a link, a channel or a name stays text, unless it was written as markup. */
export function mrkdwn(text: string, limit = 3000): MrkdwnElement {
  return { type: 'mrkdwn', text: clipMrkdwn(text, limit), verbatim: true };
}
