/** By when the field is asked to answer, unless the asker says otherwise. */
import { Temporal } from 'temporal-polyfill';
import { addWorkingDays } from '../calendar.ts';
import type { Settings } from '../settings.ts';

const DUE_AFTER_WORKING_DAYS = 5;

export function defaultDueDate(settings: Settings, now: number): string {
  return addWorkingDays(settings.calendar, teamDay(settings, now), DUE_AFTER_WORKING_DAYS);
}

/** The calendar day it is for the team, YYYY-MM-DD. */
export function teamDay({ timezone }: Pick<Settings, 'timezone'>, now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate().toString();
}
