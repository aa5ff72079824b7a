/**
 * The team's working time: weekdays, hours, zone and days off. All promises are counted in it.
 *
 * Working time is wall time on the team's clock: a day on which the clocks change still has its working hours.
 */
import 'temporal-polyfill/global';

export interface CalendarSettings {
  /** ISO weekdays, Monday is 1. */
  weekdays: number[];
  /** Local times `HH:MM`, start before end, on the same day. */
  from: string;
  to: string;
  /** YYYY-MM-DD: public holidays and days off of the whole team. */
  daysOff: string[];
}
