/** Who sees to what is off track: the first of the side's office who is there in the coming days, else of the other's. */
import type { Side } from '../money/spend.ts';
import type { PersonId } from '../team/actor.ts';
import { unfitness } from '../team/choose-people.ts';
import { calendarOf, living, presentCalendarOf } from '../team/person.ts';
import type { Settings } from '../team/settings.ts';
import { workingMinutesBetween } from '../time/calendar.ts';
import { DAY } from '../time/duration.ts';

/** Null: nobody is there. */
export function agendaOwner(side: Side, settings: Settings, now: number): PersonId | null {
  const { managers, marketers } = settings;
  const offices = side === 'sales' ? [...managers, ...marketers] : [...marketers, ...managers];
  const mayAct = living(offices, settings).filter((id) => unfitness(id, settings) === null);
  return mayAct.find((id) => isThere(id, settings, now)) ?? null;
}

/** Not on leave for more than half of their working time of the next seven days. */
function isThere(id: PersonId, settings: Settings, now: number): boolean {
  const until = now + 7 * DAY;
  const usual = workingMinutesBetween(presentCalendarOf(id, settings), now, until);
  return workingMinutesBetween(calendarOf(id, settings), now, until) >= usual / 2;
}
