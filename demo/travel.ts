/** Moving the clock as time would have moved it: what falls due on the way is done at its time, not all of it at the end. */
import { Temporal } from 'temporal-polyfill';
import type { Settings } from '../src/domain/team/settings.ts';
import {
  type Calendar,
  isWorkingTime,
  nextWorkingInstant,
  teamCalendar,
} from '../src/domain/time/calendar.ts';
import { dayIn } from '../src/domain/time/day.ts';
import { DAY, HOUR } from '../src/domain/time/duration.ts';
import { latestOccurrence } from '../src/jobs/occurrence.ts';
import { viewSettings } from '../src/usecases/team/load-settings.ts';
import { nagsSince, nextNagAt } from './look-up.ts';
import { type Stage, settle } from './settle.ts';

export async function travelTo(stage: Stage, target: number): Promise<void> {
  const settings = await viewSettings(stage.bot.ctx);
  for (let stops = 0; stops < MANY_STOPS; stops++) {
    const stop = await nextStop(stage, settings);
    if (stop > target) break;
    await arrive(stage, stop);
  }
  if (target > stage.clock.now()) stage.clock.moveTo(target);
}

/** A job that fails leaves its stop where it is: the journey goes on all the same. */
const MANY_STOPS = 300;

/** To the next moment at which somebody is nagged; false when nothing is due to anybody. */
export async function travelToNag(stage: Stage): Promise<boolean> {
  const departure = stage.clock.now();
  for (let looks = 0; looks < MANY_LOOKS; looks++) {
    const at = await nagStop(stage, await viewSettings(stage.bot.ctx));
    if (at === null) return false;
    await travelTo(stage, at);
    if ((await nagsSince(stage.bot.ctx, departure)).length > 0) return true;
  }
  return false;
}

/** A planned look may turn out to have nothing to say. */
const MANY_LOOKS = 50;

export function nextScorecardAt({ scorecardAt, timezone }: Settings, now: number): number {
  const when = { every: 'week', ...scorecardAt } as const;
  const { at } = latestOccurrence(when, timezone, now + 7 * DAY);
  // Where the clocks are put back on the way, a week is longer.
  return at > now ? at : latestOccurrence(when, timezone, now + 7 * DAY + 2 * HOUR).at;
}

/** When the next working day begins that has not begun yet. */
export function nextMorning(calendar: Calendar, now: number): number {
  const midnight = Temporal.PlainDate.from(dayIn(calendar.zone, now)).toZonedDateTime(calendar.zone);
  const today = nextWorkingInstant(calendar, midnight.epochMilliseconds);
  if (today > now) return today;
  return nextWorkingInstant(calendar, midnight.add({ days: 1 }).epochMilliseconds);
}

async function arrive(stage: Stage, at: number): Promise<void> {
  const { bot, clock } = stage;
  // What is under way belongs to the time before.
  await settle(stage);
  if (at > clock.now()) clock.moveTo(at);
  await bot.jobs.runOnce();
  await settle(stage);
}

/** What the schedule does at night is seen by nobody: it is made up for in the morning. */
async function nextStop(stage: Stage, settings: Settings): Promise<number> {
  const now = stage.clock.now();
  const nag = await nagStop(stage, settings);
  const times = [nextScorecardAt(settings, now), nextMorning(teamCalendar(settings), now)];
  return Math.min(...times, ...(nag === null ? [] : [nag]));
}

/** Nags wait for working hours. */
async function nagStop({ bot, clock }: Stage, settings: Settings): Promise<number | null> {
  const planned = await nextNagAt(bot.ctx);
  if (planned === null) return null;
  const calendar = teamCalendar(settings);
  const now = clock.now();
  if (planned <= now && isWorkingTime(calendar, now)) return now;
  return nextWorkingInstant(calendar, Math.max(planned, now));
}
