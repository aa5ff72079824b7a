import { daysOfWeek, type Week } from '../../domain/time/week.ts';

/** "Week 47 (16–22 Nov)"; both months where it spans two, and the year where it is not that of the current one. */
export function sayWeek(week: Week, current: Week): string {
  const { from, to } = daysOfWeek(week);
  const start = monthOf(from) === monthOf(to) ? String(dayOf(from)) : dayAndMonth(from);
  const year = week.slice(0, 4) === current.slice(0, 4) ? '' : ` ${Number(week.slice(0, 4))}`;
  return `Week ${numberOf(week)} (${start}–${dayAndMonth(to)}${year})`;
}

/** "W47" */
export function shortWeek(week: Week): string {
  return `W${numberOf(week)}`;
}

function numberOf(week: Week): number {
  return Number(week.slice(6));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "17 Nov" */
export function sayShortDay(day: string): string {
  return dayAndMonth(day);
}

function dayAndMonth(date: string): string {
  return `${dayOf(date)} ${MONTHS[monthOf(date) - 1]}`;
}

function dayOf(date: string): number {
  return Number(date.slice(-2));
}

function monthOf(date: string): number {
  return Number(date.slice(-5, -3));
}
