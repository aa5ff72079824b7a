/** How many days a row of a report is about that names one day: the day itself, or the week or month that begins with it. */
import { Temporal } from 'temporal-polyfill';
import { MONTH_WORDS, WEEK_WORDS } from '../../../reading/words/spend-words.ts';
import { wordKey } from '../../../reading/words/word-key.ts';

export type RowSpan = 'day' | 'week' | 'month';

const KEYS: Record<'week' | 'month', ReadonlySet<string>> = {
  week: new Set(WEEK_WORDS.map(wordKey)),
  month: new Set(MONTH_WORDS.map(wordKey)),
};

/** Microsoft's, above the table: its column is called the same by day, week and month. */
const AGGREGATION = /^\W*report aggregation\W+(week|month)ly/i;

/** By the header of the column with the days, and the lines above it. */
export function rowSpan(header: string, titles: readonly string[]): RowSpan {
  const key = wordKey(header);
  if (KEYS.week.has(key)) return 'week';
  if (KEYS.month.has(key)) return 'month';
  const told = titles.flatMap((title) => AGGREGATION.exec(title)?.[1]?.toLowerCase() ?? [])[0];
  return told === 'week' || told === 'month' ? told : 'day';
}

/** The last day, YYYY-MM-DD, of what begins with a day written so; null: it is that day alone, or none that a month begins with. */
export function endOfSpan(from: string, span: RowSpan): string | null {
  const day = span === 'day' ? null : dayOf(from);
  if (day === null) return null;
  if (span === 'week') return day.add({ days: 6 }).toString();
  return day.day === 1 ? day.with({ day: day.daysInMonth }).toString() : null;
}

/** Null: it is no day of the calendar. */
function dayOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null;
  }
}
