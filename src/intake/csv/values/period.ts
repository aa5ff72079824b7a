import { isoOf } from '../../../reading/dates/read-dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY = String.raw`\d{4}-\d\d-\d\d|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4}`;
const NAMED_DAY = new RegExp(DAY, 'u');
const PERIOD = new RegExp(`(${DAY})\\s*(?:-|–|—|to)\\s*(${DAY})`, 'u');

/** The days that a report is about, from the lines above its header: "July 8, 2025 - July 31, 2025". */
export function periodOf(titles: readonly string[]): { from: string; to: string } | null {
  for (const title of titles) {
    const [, first = '', last = ''] = PERIOD.exec(title) ?? [];
    const [from, to] = [dayOf(first), dayOf(last)];
    if (from && to) return { from, to };
  }
  return ofTwoLines(titles);
}

/** "Report Start: November 1, 2026, 12:00 AM" and "Report End: …"; its numbers are written as in America. */
function ofTwoLines(titles: readonly string[]): { from: string; to: string } | null {
  const after = (lead: RegExp) =>
    titles.flatMap((title) => {
      const [, written = ''] = lead.exec(title.replaceAll('"', '').replace(/[,;\t]+$/, '')) ?? [];
      const [named = ''] = NAMED_DAY.exec(written) ?? [];
      return dayOf(named) ?? isoOf(written.trim(), 'mdy')?.slice(0, 10) ?? [];
    })[0];
  const [from, to] = [after(/^report start\W+(.+)$/i), after(/^report end\W+(.+)$/i)];
  return from && to ? { from, to } : null;
}

/** Of the two ways to read it, the one in which the report's first row is of its first day; null: both are, or neither. */
export function orderThatBegins(from: string, first: string): 'dmy' | 'mdy' | null {
  const orders = (['dmy', 'mdy'] as const).filter((order) => isoOf(first, order)?.slice(0, 10) === from);
  const [only, ...others] = orders;
  return only && others.length === 0 ? only : null;
}

function dayOf(text: string): string | null {
  if (/^\d{4}-/.test(text)) return text;
  const year = /\d{4}$/.exec(text)?.[0];
  const day = /\b\d{1,2}\b/.exec(text)?.[0];
  const month = MONTHS.indexOf(/\p{L}{3}/u.exec(text)?.[0].toLowerCase() ?? '') + 1;
  if (!year || !day || month === 0) return null;
  return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
