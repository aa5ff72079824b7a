import { ZONE } from './company.ts';

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
});

/** "Monday 23 November, 9:00 in Berlin": the team's time, whatever clock the reader is on. */
export function sayTime(at: number): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(at).map(({ type, value }) => [type, value]));
  const { weekday, day, month, hour, minute } = parts;
  return `${weekday} ${day} ${month}, ${Number(hour)}:${minute} in Berlin`;
}
