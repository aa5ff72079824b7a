import { ownTimeLine } from '../views/team/own-time.ts';
import type { GalleryEntry } from './entry.ts';
import { BEN } from './sample-people.ts';

export function ownTimeEntries(): GalleryEntry[] {
  const nothing = { hours: null, region: null, leave: [] };
  const own = {
    hours: { weekdays: [1, 2, 3, 4, 5], from: '07:30', to: '16:00' },
    region: 'DE-BY',
    leave: [
      { from: '2026-12-20', to: '2027-01-03' },
      { from: '2027-02-12', to: '2027-02-12' },
    ],
  };
  return [
    { name: 'own time, nothing said', message: ownTimeLine({ own: nothing, person: null, isNews: false }) },
    { name: 'own time, said', message: ownTimeLine({ own, person: null, isNews: true }) },
    { name: 'own time of another', message: ownTimeLine({ own, person: BEN, isNews: true }) },
  ];
}
