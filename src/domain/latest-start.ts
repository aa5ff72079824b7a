import { addWorkingMinutes, type Calendar } from './calendar.ts';

/**
 * The latest start (epoch ms) of so much working time that is over by `by`: whatever started then or before is due. So what is due
 * can be asked of an index on starts, without counting the working time of each.
 */
export function latestStart(calendar: Calendar, minutes: number, by: number): number {
  const isDue = (start: number) => addWorkingMinutes(calendar, start, minutes) <= by;
  let step = Math.max(1, minutes) * 60_000;
  while (!isDue(by - step)) step *= 2;
  // A later start is never due earlier: halve what is between one that is and one that is not.
  let [due, notDue] = [by - step, by + 1];
  while (notDue - due > 1) {
    const middle = Math.floor((due + notDue) / 2);
    if (isDue(middle)) due = middle;
    else notDue = middle;
  }
  return due;
}
