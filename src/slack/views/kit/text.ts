/** Text on its way into Slack: escaped, cut to Slack's limits, with times that each reader sees in their own zone. */
import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { clip } from '../../../sentences/clip.ts';

/** For everything that somebody outside wrote: unescaped, `<!channel>` in a lead's name would call the whole channel. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * `format` in Slack's tokens: `{date_short_pretty}`, `{time}`, `{date_num}`… The fallback is read by old clients and in
 * notifications, so it should name the zone that it is in.
 */
export function slackDate(epochMs: number, format: string, fallback: string): string {
  const cleaned = escapeText(fallback).replaceAll('|', '/');
  return `<!date^${Math.floor(epochMs / 1000)}^${format}|${cleaned}>`;
}

export function person(id: string): string {
  return `<@${id}>`;
}

export function channelLink(id: string): string {
  return `<#${id}>`;
}

export function link(url: string, label: string): string {
  return `<${escapeText(url).replaceAll('|', '%7C')}|${escapeText(label).replaceAll('|', '/')}>`;
}

/** The same for mrkdwn: an entity, mention or link that the cut would halve goes as a whole. */
export function clipMrkdwn(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/<[^<>]*$/, '')
    .replace(/&[a-z]{0,3}$/, '');
  return `${cut.trimEnd()}…`;
}

export function plain(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: clip(text, limit), emoji: true };
}

export function mrkdwn(text: string, limit = 3000): MrkdwnElement {
  return { type: 'mrkdwn', text: clipMrkdwn(text, limit) };
}
