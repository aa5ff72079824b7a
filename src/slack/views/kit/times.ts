/** Times as readers see them: each in their own zone through Slack's date markup, the team's time where there is none. */
import { slackDate } from './text.ts';

/**
 * "14:30 today", "14:30 tomorrow", "14:30 Nov 27, 2026": each reader's own zone and way of writing. The time comes first, so that what
 * stands before it reads on, whatever the day is: "by 14:30 today", "was due 14:30 yesterday". Old clients and notifications read the
 * team's time. `before`: a word that belongs to it.
 */
export function readerTime(at: number, timezone: string, before = ''): string {
  const lead = before && `${before} `;
  return `${lead}${slackDate(at, READER_FORMAT, teamTime(at, timezone))}`;
}

/** Slack would capitalise a day that begins a date. */
export const READER_FORMAT = '{time} {date_short_pretty}';

/** "14:30 on Fri 20 Nov" */
export function teamTime(at: number, timezone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: timezone, hour: '2-digit', minute: '2-digit' });
  return `${time.format(at)} on ${nearDay(at, timezone)}`;
}

/** "Fri 27 Nov", near enough to need no year. A calendar day is the same for every reader, so it is words and not a Slack date. */
export function sayNearDay(date: string): string {
  return nearDay(Date.parse(`${date}T12:00:00Z`), 'UTC');
}

function nearDay(at: number, timeZone: string): string {
  const day = { weekday: 'short', day: 'numeric', month: 'short', timeZone } as const;
  return new Intl.DateTimeFormat('en-GB', day).format(at).replace(',', '');
}

/** "1 March 2027" */
export function sayDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}
