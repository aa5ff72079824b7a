/**
 * The shifts of a working day: when people work on it, by the wall clock. Most days have one; a day with a long break has two, and a night may
 * come after an afternoon; some days of the week may have others than the rest. All belong to the day on which they begin, whose weekday, holidays and leave decide about all of it.
 *
 * Shifts that touch are one. Two that overlap are refused, also over midnight where the next day is worked as well. When the days change later
 * they may overlap all the same: working time counts such a minute once.
 *
 * Counted in by calendar. Said for oneself by /tango hours, for the team in its settings.
 */

/** Local times `HH:MM`. An end that is not after the start is on the next day; `24:00` ends at midnight. */
export interface Shift {
  from: string;
  to: string;
}

/** The first shift of a day, and whatever comes after it, in order: a version that knows of one shift only reads the first. */
export interface Hours extends Shift {
  more?: readonly Shift[] | undefined;
  /** Days of the week with shifts of their own. A version that does not know of them counts them like the others. */
  otherDays?: readonly OtherDays[] | undefined;
}

interface OtherDays {
  /** ISO weekdays, Monday is 1. */
  days: readonly number[];
  /** At least one, in order. */
  shifts: readonly Shift[];
}

/** A shift in minutes since the midnight with which its day begins. */
export interface ShiftMinutes {
  opens: number;
  closes: number;
}

const DAY_MINUTES = 24 * 60;

/** Longer at night is rather a beginning and an end in the wrong order. */
const LONGEST_NIGHT_MINUTES = 12 * 60;

/** More are rather a list of something else. */
export const MOST_SHIFTS = 4;

export function shiftsOf({ from, to, more = [] }: Hours): Shift[] {
  return [{ from, to }, ...more];
}

/** The same of one day of the week. */
export function shiftsOn(hours: Hours, weekday: number): readonly Shift[] {
  return hours.otherDays?.find(({ days }) => days.includes(weekday))?.shifts ?? shiftsOf(hours);
}

/** Of something that has more than hours. */
export function hoursOf({ from, to, more, otherDays }: Hours): Hours {
  return { from, to, ...(more && { more }), ...(otherDays && { otherDays }) };
}

export function shiftMinutes({ from, to }: Shift): ShiftMinutes {
  const [opens, closes] = [minuteOfDay(from), minuteOfDay(to)];
  return { opens, closes: closes > opens ? closes : closes + DAY_MINUTES };
}

export function isShift(shift: Shift): boolean {
  return shift.from < shift.to || lengthOf(shift) <= LONGEST_NIGHT_MINUTES;
}

/** In order, those that touch as one. */
export function inOrder<H extends Hours>(hours: H): H {
  const [first, ...more] = ordered(shiftsOf(hours));
  const otherDays = hours.otherDays?.map(({ days, shifts }) => ({ days, shifts: ordered(shifts) }));
  return { ...hours, ...first, more: more.length > 0 ? more : undefined, ...(otherDays && { otherDays }) };
}

function ordered(shifts: readonly Shift[]): Shift[] {
  return shifts.toSorted((a, b) => minuteOfDay(a.from) - minuteOfDay(b.from)).reduce(joined, []);
}

/** The first two that overlap on one day, or over midnight on two working days in a row. */
export function overlapOf(hours: Hours, weekdays: readonly number[]): [Shift, Shift] | null {
  for (const day of weekdays) {
    const shifts = shiftsOn(hours, day);
    const next = (day % 7) + 1;
    const tomorrow = weekdays.includes(next) ? shiftsOn(hours, next) : [];
    for (const [index, one] of shifts.entries()) {
      const sameDay = shifts.slice(index + 1).find((other) => meet(one, other, 0));
      const overNight = tomorrow.find((other) => meet(one, other, DAY_MINUTES));
      const other = sameDay ?? overNight;
      if (other) return [one, other];
    }
  }
  return null;
}

/** Whether they share a minute, the second one so many minutes later than it stands. */
function meet(one: Shift, other: Shift, later: number): boolean {
  const [a, b] = [shiftMinutes(one), shiftMinutes(other)];
  return a.opens < b.closes + later && b.opens + later < a.closes;
}

/** More than a day could not be told from the hours that it is too long by. */
function joined(before: Shift[], shift: Shift): Shift[] {
  const last = before.at(-1);
  const isOne =
    last !== undefined &&
    shiftMinutes(last).closes === shiftMinutes(shift).opens &&
    lengthOf(last) + lengthOf(shift) <= DAY_MINUTES;
  return isOne ? [...before.slice(0, -1), { from: last.from, to: shift.to }] : [...before, shift];
}

function lengthOf(shift: Shift): number {
  const { opens, closes } = shiftMinutes(shift);
  return closes - opens;
}

function minuteOfDay(text: string): number {
  const [hours, minutes] = [text.slice(0, 2), text.slice(3)];
  return Number(hours) * 60 + Number(minutes);
}
