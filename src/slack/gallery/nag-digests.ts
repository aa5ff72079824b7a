import { managerDigest, nagDigest } from '../views/nag/nag-digest.ts';
import { lateAnswer } from '../views/team/late-answer.ts';
import { personDeactivated } from '../views/team/person-deactivated.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleLives } from './sample-leads.ts';
import { ARRIVED, BEN, SETTINGS } from './sample-people.ts';

export function nagDigestEntries(said: Said): GalleryEntry[] {
  const { new: fresh, claimed, contacted } = sampleLives(said);
  const { timezone } = SETTINGS;
  const entries = [
    { lead: fresh.lead, promise: 'claim', since: ARRIVED },
    { lead: { ...fresh.lead, source: null }, promise: 'claim', since: ARRIVED },
    { lead: { ...claimed.lead, owner: BEN }, promise: 'contact', since: ARRIVED },
    { lead: contacted.lead, promise: 'verdict', since: ARRIVED },
  ] as const;
  const many = Array.from({ length: 12 }, () => entries[2]);
  return [
    { name: 'nag digest', message: nagDigest({ entries, timezone }) },
    { name: 'nag digest, a single lead', message: nagDigest({ entries: entries.slice(0, 1), timezone }) },
    { name: 'manager digest', message: managerDigest({ entries, away: new Set([BEN]), timezone }) },
    {
      name: 'manager digest, many',
      message: managerDigest({ entries: many, away: new Set(), timezone }),
    },
    { name: 'late answer', message: lateAnswer({ text: 'Only managers change this.' }) },
    { name: 'person gone', message: personDeactivated({ person: BEN, released: 3, qualified: 2 }) },
    {
      name: 'person gone, deals only',
      message: personDeactivated({ person: BEN, released: 0, qualified: 1 }),
    },
  ];
}
