import { addWorkingDays } from '../calendar.ts';
import { dayIn } from '../day.ts';
import type { Settings } from '../settings.ts';

const DUE_AFTER_WORKING_DAYS = 5;

/** By when the field is asked to answer, unless the asker says otherwise. */
export function defaultDueDate({ calendar, timezone }: Settings, now: number): string {
  return addWorkingDays(calendar, dayIn(timezone, now), DUE_AFTER_WORKING_DAYS);
}
