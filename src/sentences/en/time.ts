const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** ISO weekday, Monday is 1. */
export function sayWeekday(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** "Monday to Friday" where they follow each other; the weekdays are in order. */
export function sayWeekdays(weekdays: readonly number[]): string {
  const [first = 0, last = 0] = [weekdays[0], weekdays.at(-1)];
  const isRun = weekdays.length > 2 && last - first === weekdays.length - 1;
  return isRun ? `${sayWeekday(first)} to ${sayWeekday(last)}` : weekdays.map(sayWeekday).join(', ');
}
