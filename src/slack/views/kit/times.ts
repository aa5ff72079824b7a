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
  return `${formatsOf(timezone).time.format(at)} on ${nearDay(at, timezone)}`;
}

interface Formats {
  time: Intl.DateTimeFormat;
  day: Intl.DateTimeFormat;
}

/** A team has one zone, or a few over the years. To make one costs more than to draw a card. */
const formats = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = {
    time: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
    day: new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', day: 'numeric', month: 'short' }),
  };
  formats.set(timeZone, made);
  return made;
}

/** "Fri 27 Nov", near enough to need no year. A calendar day is the same for every reader, so it is words and not a Slack date. */
export function sayNearDay(date: string): string {
  return nearDay(Date.parse(`${date}T12:00:00Z`), 'UTC');
}

function nearDay(at: number, timeZone: string): string {
  return formatsOf(timeZone).day.format(at).replace(',', '');
}

/** "1 March 2027" */
export function sayDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}
