/** Times as readers see them: each in their own zone through Slack's date markup, the team's time where there is none. */
import { slackDate } from './text.ts';

/**
 * "Today at 14:30" in each reader's own zone; old clients and notifications read the team's time. Slack capitalises a day that begins
 * the date, so within a sentence the word before it belongs to the date: `before` "due" makes it "due today at 14:30".
 */
export function readerTime(at: number, timezone: string, before = ''): string {
  const lead = before && `${before} `;
  return slackDate(at, `${lead}{date_short_pretty} at {time}`, `${lead}${teamTime(at, timezone)}`);
}

/** "Fri 21 Nov, 14:30" */
export function teamTime(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** "1 March 2027": a calendar day is the same for every reader, so it is words and not a Slack date. */
export function sayDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${date}T12:00:00Z`),
  );
}
