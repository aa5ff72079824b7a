/** Messages that there is one of each day: today's is the list, that of the day before says that it goes on there. */
import { type Announcement, keyOf } from '../../domain/announcement.ts';
import { nagDigest, owedDigest, waitingPost } from '../../domain/announcements/team.ts';
import type { PersonId } from '../../domain/team/actor.ts';
import { dayFor, isAtWork } from '../../domain/team/person.ts';
import { targetOf } from '../../domain/team/place.ts';
import type { Settings } from '../../domain/team/settings.ts';
import { dayIn, daysUntil } from '../../domain/time/day.ts';
import { findAnnounced } from '../../store/outbox/enqueue.ts';
import type { Work } from '../work.ts';

interface Daily {
  today: string;
  of: (day: string) => Announcement;
}

type At = Pick<Work, 'settings' | 'now'>;

/** What somebody owes, waits for or should know of. */
export function owedDaily(person: PersonId, { settings, now }: At): Daily {
  return { today: dayFor(person, settings, now), of: (day) => owedDigest(person, day) };
}

/** What is beyond somebody's nags of the day. */
export function nagDaily(person: PersonId, { settings, now }: At): Daily {
  return { today: dayFor(person, settings, now), of: (day) => nagDigest(person, day) };
}

/** What waits in the channel since an earlier day. */
export function waitingDaily({ settings, now }: { settings: Settings; now: number }): Daily {
  const target = targetOf(settings, 'leads');
  return { today: dayIn(settings.timezone, now), of: (day) => waitingPost(day, target) };
}

/** To those of them who are at work. */
export async function tellOwed(work: Work, people: readonly PersonId[]): Promise<void> {
  for (const id of people)
    if (isAtWork(id, work.settings, work.now)) await announceToday(work, owedDaily(id, work));
}

/** Today's, as it is now; with the first of the day the one before it is ended. */
export async function announceToday(work: Work, daily: Daily): Promise<void> {
  const announced = daily.of(daily.today);
  if ((await findAnnounced(work.tx, [keyOf(announced)])) === null)
    await announceLatestAgain(work, daily, daysUntil(daily.today, LOOKED_BACK).slice(1));
  await work.announce(announced);
}

/** The last that was said, on whatever day, is corrected. No new one is said for it. */
export function correctDaily(work: Work, daily: Daily): Promise<void> {
  return announceLatestAgain(work, daily, daysUntil(daily.today, LOOKED_BACK));
}

/** Longer holidays are seldom. */
const LOOKED_BACK = 31;

async function announceLatestAgain(work: Work, { of }: Daily, days: readonly string[]): Promise<void> {
  const messages = days.map(of);
  const key = await findAnnounced(work.tx, messages.map(keyOf));
  await work.announceAgain(messages.find((each) => keyOf(each) === key) ?? null);
}
