/** Leads that wait, in one message that is edited as they move: in the channel for all, in the message of the day for one. */
import type { Lead } from '../../../domain/lead/lead.ts';
import type { PromiseKind } from '../../../domain/promise/kinds.ts';
import type { TeamPromise } from '../../../domain/promise/promise.ts';
import { clip } from '../../../sentences/clip.ts';
import { leadTitle } from '../../../sentences/en/lead.ts';
import { escapeText, link } from '../kit/text.ts';
import { readerTime } from '../kit/times.ts';

export interface ListedLead {
  lead: Lead;
  /** Null: it has moved. */
  promise: TeamPromise | null;
  /** What has become of it, as a sentence; null: it waits. */
  moved: string | null;
  /** To its card; null: it has none in Slack. */
  url: string | null;
}

/** "Dana Whitfield, Harbour Hotels · Webinar · since {12:44}, promised by {14:44} · Open" */
export function listedLead(entry: ListedLead, timezone: string): string {
  const { lead, promise, moved, url } = entry;
  const name = `*${escapeText(clip(leadTitle(lead), 100))}*`;
  const open = url && link(url, 'Open');
  if (!promise) return [`${name}: ${moved ?? 'it has moved on.'}`, open].filter(Boolean).join('  ');
  return [name, escapeText(clip(lead.source ?? 'no source', 60)), waits(entry, timezone), open]
    .filter(Boolean)
    .join(' · ');
}

/** "no first contact · since {9:12}, promised by {13:12}" */
export function waits({ promise }: Pick<ListedLead, 'promise'>, timezone: string): string {
  if (!promise) return '';
  const since = readerTime(promise.startedAt, timezone, 'since');
  const due = readerTime(promise.dueAt, timezone, 'promised by');
  return [LACKS[promise.kind], `${since}, ${due}`].filter(Boolean).join(' · ');
}

/** What is missing, of a lead that somebody has. */
export const LACKS: Partial<Record<PromiseKind, string>> = {
  take: 'not claimed yet',
  contact: 'no first contact',
  verdict: 'no verdict',
};
