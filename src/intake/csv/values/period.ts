import { readRange } from '../../../reading/dates/days.ts';
import { readMonth } from '../../../reading/dates/month.ts';
import { isoOf } from '../../../reading/dates/read-dates.ts';
import { moneyWords } from '../../../reading/words/money-words.ts';

interface Period {
  from: string;
  to: string;
}

/** The days that a report is about, from the lines above its header: "July 8, 2025 - July 31, 2025", "Zeitraum: 01.11.2026 - 15.11.2026". */
export function periodOf(titles: readonly string[]): Period | null {
  for (const title of titles.map(bare)) {
    const days = readMonth(title) ?? rangeIn(title);
    if (days) return days;
  }
  return ofTwoLines(titles.map(bare));
}

/** Without the quotes of its cells, and without those that are blank. */
function bare(title: string): string {
  return title
    .replaceAll('"', ' ')
    .replace(/[,;\t\s]+$/, '')
    .trim();
}

/** With whatever words around it. */
function rangeIn(title: string): Period | null {
  const cells = title.split(/[;\t]/);
  for (const cell of cells.length > 1 ? [...cells, title] : [title]) {
    const behind = /^[^:：]{1,60}[:：]\s*(.+)$/u.exec(cell)?.[1] ?? '';
    const numbers = /\d.*[\d日]/u.exec(cell)?.[0] ?? '';
    const named = MONTHS_FIRST.exec(cell)?.[0] ?? '';
    for (const written of [cell, behind, named, numbers]) {
      const days = readRange(written);
      if (days) return days;
    }
  }
  return null;
}

const MONTH_FIRST = String.raw`\p{L}{3,9}\.? \d{1,2}, \d{4}`;
const MONTHS_FIRST = new RegExp(String.raw`${MONTH_FIRST}\s*(?:-|–|—|to)\s*${MONTH_FIRST}`, 'u');
const NAMED_DAY = new RegExp(String.raw`\d{4}-\d\d-\d\d|${MONTH_FIRST}|\d{1,2} \p{L}{3,9}\.? \d{4}`, 'u');

/**
 * "Report Start: November 1, 2026, 12:00 AM" and "Report End: …", whose numbers are written as in America; and whatever else calls its first and its last
 * day by the words of columns, where their numbers leave nothing open.
 */
function ofTwoLines(titles: readonly string[]): Period | null {
  const [from, to] = [dayAfter(titles, 'from'), dayAfter(titles, 'to')];
  return from && to ? { from, to } : null;
}

const AMERICAN = { from: /^report start\W+(.+)$/i, to: /^report end\W+(.+)$/i };

function dayAfter(titles: readonly string[], which: keyof Period): string | null {
  for (const title of titles) {
    const [, american] = AMERICAN[which].exec(title) ?? [];
    const [, label = '', other = ''] = /^([^:：;\t]{1,60})[:：;\t]\s*(.+)$/u.exec(title) ?? [];
    const written = american ?? (moneyWords('spend').find(label)?.field === which ? other : '');
    const [named] = NAMED_DAY.exec(written) ?? [];
    const day = isoOf(named ?? written.trim(), american === undefined ? null : 'mdy');
    if (day !== null) return day.slice(0, 10);
  }
  return null;
}

/** Of the two ways to read it, the one in which the report's first row is of its first day; null: both are, or neither. */
export function orderThatBegins(from: string, first: string): 'dmy' | 'mdy' | null {
  const orders = (['dmy', 'mdy'] as const).filter((order) => isoOf(first, order)?.slice(0, 10) === from);
  const [only, ...others] = orders;
  return only && others.length === 0 ? only : null;
}
