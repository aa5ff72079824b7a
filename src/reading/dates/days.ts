import { Temporal } from 'temporal-polyfill';
import { readMonth } from './month.ts';
import { isoOf, NO_EVIDENCE, weigh } from './read-dates.ts';

interface Days {
  /** YYYY-MM-DD, both included. */
  from: string;
  to: string;
}

/**
 * Days as a person types them into one field: a month, a quarter, a week, a year, a day, or from one to another: "Nov 2026", "Q4 2026",
 * "1–15 Nov 2026", "15 Nov to 3 Dec 2026", "2026-11-01 - 2026-11-15". Null: they are none, lack the year, or may be others.
 */
export function readDays(text: string, today: string): Days | null {
  const plain = plainly(text);
  if (plain === '' || plain.length > LONGEST) return null;
  return spoken(plain, today) ?? period(plain) ?? (ONE_DATE.test(plain) ? null : between(plain));
}

/** The same of nothing but one day, or month, to another: years alone are none, they name this and that. */
export function readRange(text: string): Days | null {
  const plain = plainly(text);
  if (plain === '' || plain.length > LONGEST || ONE_DATE.test(plain) || YEARS.test(plain)) return null;
  return between(plain);
}

function plainly(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();
}

const YEARS = /^\d{4}\D{1,4}\d{4}$/;

const LONGEST = 80;

/** One day, of which it is not said which number is the month: no month to another. */
const ONE_DATE = /^\d{1,4}([-/. ])\d{1,2}\1\d{1,4}$/;

function spoken(plain: string, today: string): Days | null {
  const day = Temporal.PlainDate.from(today);
  const month = (date: Temporal.PlainDate) => readMonth(date.toString().slice(0, 7));
  switch (plain.toLowerCase()) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return dayAlone(day.subtract({ days: 1 }).toString());
    case 'this month':
      return month(day);
    case 'last month':
      return month(day.subtract({ months: 1 }));
    default:
      return null;
  }
}

/** One that stands for itself, whatever is beside it. */
function period(plain: string): Days | null {
  return readMonth(plain) ?? quarter(plain) ?? week(plain) ?? year(plain) ?? oneDay(plain);
}

function quarter(plain: string): Days | null {
  const [, first, behind] = /^[QT]([1-4])\s?[-/ ]?\s?(\d{4})$/i.exec(plain) ?? [];
  const [, before, last] = /^(\d{4})\s?[-/ ]?\s?[QT]([1-4])$/i.exec(plain) ?? [];
  const number = Number(first ?? last);
  const whose = behind ?? before;
  if (!whose || !number) return null;
  const begin = Temporal.PlainDate.from({ year: Number(whose), month: number * 3 - 2, day: 1 });
  return upTo(begin, begin.add({ months: 3 }));
}

/** As ISO 8601 counts them. */
function week(plain: string): Days | null {
  const [, first, second] = /^(\d{4})\s?-?\s?(?:W|KW)\s?(\d{1,2})$/i.exec(plain) ?? [];
  const [, third, fourth] = /^(?:W|KW|week|woche|semaine)\s?(\d{1,2})[ ,/]+(\d{4})$/i.exec(plain) ?? [];
  const [number, whose] = [Number(second ?? third), first ?? fourth];
  if (!whose || !(number >= 1)) return null;
  const fourthOfJanuary = Temporal.PlainDate.from({ year: Number(whose), month: 1, day: 4 });
  const monday = fourthOfJanuary.add({ days: (number - 1) * 7 + 1 - fourthOfJanuary.dayOfWeek });
  const isItsOwn = monday.add({ days: 3 }).year === Number(whose);
  return isItsOwn ? upTo(monday, monday.add({ days: 7 })) : null;
}

function year(plain: string): Days | null {
  if (!/^(19|20)\d\d$/.test(plain)) return null;
  return { from: `${plain}-01-01`, to: `${plain}-12-31` };
}

function upTo(first: Temporal.PlainDate, next: Temporal.PlainDate): Days {
  return { from: first.toString(), to: next.subtract({ days: 1 }).toString() };
}

function oneDay(plain: string): Days | null {
  // So many digits are an instant, which nobody types.
  if (/^\d+$/.test(plain) && plain.length !== 8) return null;
  // "1-15 Nov" lacks its year.
  if (/\p{L}/u.test(plain) && !/\d{4}/.test(plain)) return null;
  return dayAlone(isoOf(plain, null)?.slice(0, 10) ?? null);
}

function dayAlone(day: string | null): Days | null {
  return day === null ? null : { from: day, to: day };
}

/** With blanks around it first: a hyphen stands within dates as well. */
const BETWEEN: readonly RegExp[] = [
  / (?:to|until|till|through|bis|au|à|al|a|hasta|até|tot|t\/m|do|[-–—~/]) /giu,
  / ?(?:[–—~〜至]|から) ?/gu,
  / ?- ?/gu,
  /(?<=\d{4}-\d\d(?:-\d\d)?)\/(?=\d{4}-)/gu,
];

function between(plain: string): Days | null {
  const text = dayFirst(plain);
  for (const mark of BETWEEN)
    for (const { index, 0: found } of text.matchAll(mark)) {
      const days = fromTo(text.slice(0, index).trim(), text.slice(index + found.length).trim());
      if (days) return days;
    }
  return null;
}

/** "Nov 1-15, 2026" */
function dayFirst(plain: string): string {
  return plain.replace(/^(\p{L}+\.?) (\d{1,2}) ?([-–—]|to) ?(\d{1,2}),? (\d{4})$/iu, '$2 – $4 $1 $5');
}

function fromTo(first: string, last: string): Days | null {
  if (!/\d|\p{L}/u.test(first)) return null;
  const inOrder = together(first, last);
  if (inOrder) return inOrder;
  const end = period(last);
  if (!end) return null;
  const begin = period(first) ?? completed(first, end);
  return begin && { from: begin.from, to: end.to };
}

/** Of 01/11/2026 and 15/11/2026 the second tells how the first is meant. */
function together(first: string, last: string): Days | null {
  const { possible } = weigh(weigh(NO_EVIDENCE, first), last);
  const [order, ...others] = possible;
  if (!order || others.length > 0 || /^\d+$/.test(first) || /^\d+$/.test(last)) return null;
  const [from, to] = [isoOf(first, order), isoOf(last, order)];
  return from && to ? { from: from.slice(0, 10), to: to.slice(0, 10) } : null;
}

/** What the first leaves unsaid the last one says: "1" of 15 Nov 2026, "15 Nov" of 3 Dec 2026, "Oct" of Dec 2026. */
function completed(first: string, end: Days): Days | null {
  const isDay = end.from === end.to;
  const [, day] = /^(\d{1,2})(?:\.|er|[oa°])?$/.exec(first) ?? [];
  if (day !== undefined) {
    const number = day.padStart(2, '0');
    return isDay
      ? oneDay(`${end.from.slice(0, 8)}${number}`)
      : readMonth(`${end.from.slice(0, 4)}-${number}`);
  }
  const year = Number(end.from.slice(0, 4));
  return ofYear(first, year, end.to) ?? ofYear(first, year - 1, end.to);
}

/** Not after the end. */
function ofYear(first: string, year: number, end: string): Days | null {
  const mark = /[./-]$/.test(first) ? '' : ' ';
  const days = period(`${first}${mark}${year}`);
  return days && days.from <= end ? days : null;
}
