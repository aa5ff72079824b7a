import { type PromiseKind, ruleOf } from '../../domain/promise/kinds.ts';
import { makePromise, type PromiseId, type TeamPromise } from '../../domain/promise/promise.ts';
import { promiseCalendarOf } from '../../domain/team/person.ts';
import { DAY } from '../../domain/time/duration.ts';
import { managerDigest, nagDigest } from '../views/nag/nag-digest.ts';
import { nothingOwed, type OwedEntry, type OwedThing, owedDigest } from '../views/promise/owed-digest.ts';
import { lateAnswer } from '../views/team/late-answer.ts';
import { personDeactivated } from '../views/team/person-deactivated.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleRequest, sampleStory } from './insights.ts';
import { sampleLives } from './sample-leads.ts';
import { ARRIVED, BEN, SETTINGS } from './sample-people.ts';

/** The message of the day: to a marketer, to a manager, to somebody who was asked, and once it is done. */
function owedEntries(said: Said): GalleryEntry[] {
  const { new: fresh } = sampleLives(said);
  const lead = { is: 'lead', lead: { ...fresh.lead, state: 'returned' } } as const;
  const story = { is: 'story', story: sampleStory(said) } as const;
  const request = { is: 'request', request: sampleRequest(said) } as const;
  const owed = (kind: PromiseKind, thing: OwedThing, isTheirs: boolean): OwedEntry => ({
    promise: samplePromise(kind),
    ...{ thing, isTheirs },
  });
  const scene = { timezone: SETTINGS.timezone, now: ARRIVED + 3 * DAY };
  const digest = (...entries: OwedEntry[]) => owedDigest({ ...scene, entries });
  const mend = owed('mend', lead, true);
  return [
    { name: 'owed, to a marketer', message: digest(mend, owed('decide', story, true)) },
    { name: 'owed, to one who was asked', message: digest(owed('answer', request, true)) },
    { name: 'owed, to a manager', message: digest(owed('mend', lead, false), owed('decide', story, false)) },
    { name: 'owed, very much of it', message: digest(...Array.from({ length: 14 }, () => mend)) },
    { name: 'owed, all of it done', message: nothingOwed() },
  ];
}

function samplePromise(kind: PromiseKind): TeamPromise {
  return makePromise({
    ...{ kind, about: 'thing_1', startMove: 'event_1', startedAt: ARRIVED },
    ...{ id: 'promise_1' as PromiseId, owedBy: ruleOf(kind).owedBy },
    ...{ target: 1080, calendar: promiseCalendarOf(null, SETTINGS) },
  });
}

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
    ...owedEntries(said),
    { name: 'late answer', message: lateAnswer({ text: 'Only managers change this.' }) },
    { name: 'person gone', message: personDeactivated({ person: BEN, released: 3, qualified: 2 }) },
    {
      name: 'person gone, deals only',
      message: personDeactivated({ person: BEN, released: 0, qualified: 1 }),
    },
  ];
}
