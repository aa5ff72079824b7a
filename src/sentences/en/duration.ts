import { DAY, HOUR, MINUTE, SECOND } from '../../domain/time/duration.ts';
import { count } from './count.ts';

/** As people say it: "3 seconds", "4 minutes", "2 h 10 min", "23 days". Never finer than one can act on. */
export function sayDuration(ms: number): string {
  if (ms < MINUTE) return count(Math.max(1, Math.floor(ms / SECOND)), 'second');
  if (ms < HOUR) return count(Math.floor(ms / MINUTE), 'minute');
  if (ms < DAY) return hoursAndMinutes(Math.floor(ms / MINUTE));
  return count(Math.floor(ms / DAY), 'day');
}

function hoursAndMinutes(minutes: number): string {
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0 ? count(hours, 'hour') : `${hours} h ${rest} min`;
}
