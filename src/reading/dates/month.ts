import { monthNamed } from './month-names.ts';

/** Between the month and its year. */
const BETWEEN = new Set(['de', 'of', 'del']);

/**
 * A whole month, as reports by month write it: "2026-11", "11/2026", "Nov 2026", "novembre 2026", "2026年11月". Answers with its first and its
 * last day, YYYY-MM-DD; null: it is none.
 */
export function readMonth(text: string): { from: string; to: string } | null {
  const plain = text.normalize('NFKC').trim();
  const [, year, month] = /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})月?$/.exec(plain) ?? [];
  if (year && month) return daysOf(year, Number(month));
  const [, first, last] = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(plain) ?? [];
  if (first && last) return daysOf(last, Number(first));
  return byName(plain);
}

function byName(plain: string): { from: string; to: string } | null {
  const [year, ...others] = plain.match(/\d+/g) ?? [];
  if (year?.length !== 4 || others.length > 0) return null;
  const words = plain.match(/[\p{L}\p{M}]+/gu) ?? [];
  const [name, ...more] = words.filter((word) => !BETWEEN.has(word.toLowerCase()));
  const month = name === undefined || more.length > 0 ? null : monthNamed(name);
  return month === null ? null : daysOf(year, month);
}

function daysOf(year: string, month: number): { from: string; to: string } | null {
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const days = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${days}-01`, to: `${days}-${last}` };
}
