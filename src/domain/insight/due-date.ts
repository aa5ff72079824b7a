import type { Settings } from '../team/settings.ts';
import { addWorkingDays } from '../time/calendar.ts';
import { dayIn } from '../time/day.ts';

const DUE_AFTER_WORKING_DAYS = 5;

/** By when the field is asked to answer, unless the asker says otherwise. */
export function defaultDueDate({ calendar, timezone }: Settings, now: number): string {
  return addWorkingDays(calendar, dayIn(timezone, now), DUE_AFTER_WORKING_DAYS);
}
