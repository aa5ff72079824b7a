import { FIRST_CALENDAR } from '../../domain/time/calendar.ts';
import { ownTimeLine } from '../views/team/own-time.ts';
import type { GalleryEntry } from './entry.ts';
import { BEN } from './sample-people.ts';

export function ownTimeEntries(): GalleryEntry[] {
  const team = FIRST_CALENDAR;
  const nothing = { hours: null, nextHours: null, region: null, leave: [] };
  const own = {
    hours: { days: null, from: '09:00', to: '14:00', more: [{ from: '16:30', to: '20:00' }] },
    nextHours: { hours: { days: [1, 2, 3, 4, 7], from: '22:00', to: '06:00' }, from: '2026-11-18' },
    region: 'DE-BY',
    leave: [
      { from: '2026-12-20', to: '2027-01-03' },
      { from: '2027-02-12', to: '2027-02-12' },
    ],
  };
  return [
    {
      name: 'own time, nothing said',
      message: ownTimeLine({ own: nothing, team, person: null, isNews: false }),
    },
    { name: 'own time, said', message: ownTimeLine({ own, team, person: null, isNews: true }) },
    { name: 'own time of another', message: ownTimeLine({ own, team, person: BEN, isNews: true }) },
  ];
}
