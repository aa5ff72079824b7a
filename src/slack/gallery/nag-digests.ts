import type { Lead } from '../../domain/lead/lead.ts';
import { HERE } from '../../domain/nag/receipt.ts';
import type { PromiseKind } from '../../domain/promise/kinds.ts';
import type { PromisedThing } from '../../domain/promise/thing.ts';
import { DAY } from '../../domain/time/duration.ts';
import type { ListedLead } from '../views/nag/lead-list.ts';
import { leaveBack } from '../views/nag/leave-back.ts';
import { nagDigest } from '../views/nag/nag-digest.ts';
import { continued, nagPost, waitingPost } from '../views/nag/nag-posts.ts';
import { nothingOwed, type OwedEntry, owedDigest } from '../views/promise/owed-digest.ts';
import { lateAnswer } from '../views/team/late-answer.ts';
import { personDeactivated } from '../views/team/person-deactivated.ts';
import type { GalleryEntry, Said } from './entry.ts';
import { sampleRequest, sampleStory } from './insights.ts';
import { sampleRejects } from './rejects.ts';
import { sampleLives } from './sample-leads.ts';
import { ANA, ARRIVED, BEN, SETTINGS } from './sample-people.ts';
import { promiseOn, samplePromise } from './sample-promises.ts';

const URL = 'https://sample.slack.com/archives/C_LEADS/p1794921301000200';

/** The message of the day: to a marketer, to a manager, to somebody who was asked, and once it is done. */
function owedEntries(said: Said): GalleryEntry[] {
  const { new: fresh, claimed, contacted } = sampleLives(said);
  const about = (lead: Lead) => ({ is: 'lead', lead }) as const;
  const returned = about({ ...fresh.lead, state: 'returned' });
  const story = { is: 'story', story: sampleStory(said) } as const;
  const request = { is: 'request', request: sampleRequest(said) } as const;
  const rejects = { is: 'rejects', summed: sampleRejects(said) } as const;
  const owed = (kind: PromiseKind, thing: PromisedThing, isTheirs: boolean): OwedEntry => ({
    promise: samplePromise(kind),
    ...{ thing, isTheirs, url: URL },
    isAway: thing.is === 'lead' && thing.lead.owner === BEN,
  });
  const scene = { timezone: SETTINGS.timezone, now: ARRIVED + 3 * DAY, late: 0, theirs: 0, others: 0 };
  const theirs = (...entries: OwedEntry[]) => owedDigest({ ...scene, entries, theirs: entries.length });
  const mend = owed('mend', returned, true);
  const others = [owed('mend', returned, false), owed('decide', story, false)];
  const late = [
    owed('claim', about(fresh.lead), false),
    owed('contact', about({ ...claimed.lead, owner: BEN }), false),
    owed('verdict', about(contacted.lead), false),
  ];
  return [
    {
      name: 'owed, to a marketer',
      message: theirs(mend, owed('decide', story, true), owed('answer_rejects', rejects, true)),
    },
    { name: 'owed, to one who was asked', message: theirs(owed('answer', request, true)) },
    {
      name: 'owed, to a manager',
      message: owedDigest({ ...scene, entries: [...late, ...others], late: 3, others: 2 }),
    },
    {
      name: 'owed, a lead to a manager',
      message: owedDigest({ ...scene, entries: late.slice(1, 2), late: 1 }),
    },
    {
      name: 'owed, very much of it',
      message: owedDigest({ ...scene, entries: Array.from({ length: 12 }, () => mend), theirs: 40 }),
    },
    { name: 'owed, all of it done', message: nothingOwed() },
    { name: 'owed, goes on today', message: continued() },
  ];
}

function backEntries(said: Said): GalleryEntry[] {
  const { claimed, contacted } = sampleLives(said);
  const { timezone } = SETTINGS;
  const handedOver = `<@${ANA}> handed it over to <@${BEN}>.`;
  const passed = [{ lead: { ...claimed.lead, owner: BEN }, said: handedOver, at: ARRIVED + DAY, url: URL }];
  const thing = { is: 'lead', lead: contacted.lead } as const;
  const waiting = [{ promise: samplePromise('verdict'), thing, url: URL }];
  return [
    { name: 'back from leave', message: leaveBack({ passed, waiting, timezone }) },
    { name: 'back from leave, nothing left', message: leaveBack({ passed: [], waiting: [], timezone }) },
    { name: 'back from leave, all waits', message: leaveBack({ passed: [], waiting, timezone }) },
  ];
}

function waitingEntries(entries: readonly ListedLead[]): GalleryEntry[] {
  const { timezone } = SETTINGS;
  const now = ARRIVED;
  const words = `<@${ANA}> claimed it, 3 h after it arrived.`;
  const moved = entries.slice(0, 1).map((entry) => ({ ...entry, promise: null, moved: words }));
  const called = [ANA, BEN];
  const alone = { entries: entries.slice(0, 1), count: 1, waiting: 1, timezone, now };
  return [
    {
      name: 'nag post',
      message: nagPost({
        entries: [...entries.slice(0, 2), ...moved],
        count: 3,
        waiting: 2,
        called,
        timezone,
        now,
      }),
    },
    { name: 'nag post, one lead', message: nagPost({ ...alone, called: [HERE] }) },
    {
      name: 'nag post, more than it shows',
      message: nagPost({ ...alone, count: 60, waiting: 60, called: [] }),
    },
    {
      name: 'nag post, all taken',
      message: nagPost({ entries: moved, count: 1, waiting: 0, called, timezone, now }),
    },
    { name: 'waiting post', message: waitingPost({ entries, count: 4, waiting: 4, timezone, now }) },
    {
      name: 'waiting post, all moved',
      message: waitingPost({ entries: [], count: 0, waiting: 0, timezone, now }),
    },
  ];
}

export function nagDigestEntries(said: Said): GalleryEntry[] {
  const { new: fresh, claimed, contacted } = sampleLives(said);
  const { timezone } = SETTINGS;
  const now = ARRIVED;
  const waits = (lead: Lead): ListedLead => ({ lead, promise: promiseOn(lead), moved: null, url: URL });
  const entries = [
    waits(fresh.lead),
    waits({ ...fresh.lead, source: null }),
    waits({ ...claimed.lead, owner: BEN }),
    waits(contacted.lead),
  ];
  return [
    { name: 'nag digest', message: nagDigest({ entries, timezone, now }) },
    {
      name: 'nag digest, a single lead',
      message: nagDigest({ entries: entries.slice(0, 1), timezone, now }),
    },
    { name: 'nag digest, all moved', message: nagDigest({ entries: [], timezone, now }) },
    ...waitingEntries(entries),
    ...owedEntries(said),
    ...backEntries(said),
    { name: 'late answer', message: lateAnswer({ text: 'Only managers change this.' }) },
    {
      name: 'person gone',
      message: personDeactivated({ person: BEN, released: 3, qualified: 2, offices: [] }),
    },
    {
      name: 'person gone, deals only',
      message: personDeactivated({ person: BEN, released: 0, qualified: 1, offices: ['managers'] }),
    },
  ];
}
