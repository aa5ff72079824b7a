const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** ISO weekday, Monday is 1. */
export function sayWeekday(weekday: number): string {
  return WEEKDAYS[weekday - 1] ?? '';
}

/** "Monday to Friday" where they follow each other, also over the end of the week; the weekdays are in order. */
export function sayWeekdays(weekdays: readonly number[]): string {
  const isFirst = (day: number) => !weekdays.includes(day === 1 ? 7 : day - 1);
  const [first, ...others] = weekdays.filter(isFirst);
  const isRun = first !== undefined && others.length === 0 && weekdays.length > 2;
  if (!isRun) return weekdays.map(sayWeekday).join(', ');
  return `${sayWeekday(first)} to ${sayWeekday(((first + weekdays.length - 2) % 7) + 1)}`;
}
