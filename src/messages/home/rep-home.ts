import type { HomeLead, LeadGroupName, Page, RepHome } from '../../domain/home.ts';
import { type LeadId, PRIORITIES } from '../../domain/lead/lead.ts';
import { runningPromise } from '../../domain/promise.ts';
import { calendarOf } from '../../domain/team/person.ts';
import { dayIn, instantOn } from '../../domain/time/day.ts';
import { latestStart } from '../../domain/time/latest-start.ts';
import { findRequestsFor } from '../../store/insight/open-requests.ts';
import { type ClaimedFilter, countClaimed, findClaimedIds } from '../../store/lead/claimed-leads.ts';
import { findLeads } from '../../store/lead/lead.ts';
import { type FoundLeads, findDeals, findSnoozed } from '../../store/lead/listed-leads.ts';
import { findStoriesInState } from '../../store/story/story.ts';
import type { HomeScene } from './scene.ts';

/** Together sixteen: more than anybody does in a day, and Slack shows a hundred blocks at most, also to who is everything. */
const PROMISED_SHOWN = 12;
const KEPT_SHOWN = 2;
const ASKED_SHOWN = 3;
const ASKED_BACK_SHOWN = 2;

export async function repHome(scene: HomeScene): Promise<RepHome> {
  const { tx, person, now } = scene;
  const asked = { now, limit: KEPT_SHOWN };
  return {
    role: 'rep',
    groups: {
      ...(await promised(scene)),
      deal: await kept(scene, await findDeals(tx, person, asked)),
      snoozed: await kept(scene, await findSnoozed(tx, person, asked)),
    },
    asked: await findRequestsFor(tx, person, ASKED_SHOWN),
    askedBack: await findStoriesInState(tx, 'asked_back', { toldBy: person, limit: ASKED_BACK_SHOWN }),
  };
}

type Promised = Extract<LeadGroupName, 'due' | 'today' | 'contact' | 'verdict'>;

/** The ends of what is due now and of what is due today, epoch ms. */
type Horizons = readonly [now: number, today: number];

/** What is due first is found without counting the working time of each lead: within a slot it is what started first. */
async function promised(scene: HomeScene): Promise<Record<Promised, Page<HomeLead>>> {
  const horizons: Horizons = [scene.now, endOfDay(scene)];
  const counts: Record<Promised, number> = { due: 0, today: 0, contact: 0, verdict: 0 };
  const ids: LeadId[] = [];
  for (const slot of slotsOf(scene)) {
    const { early, late, all } = await countClaimed(scene.tx, slot, startsDueBy(slot, scene, horizons));
    counts.due += early;
    counts.today += late - early;
    counts[slot.promise] += all - late;
    if (all > 0)
      ids.push(...(await findClaimedIds(scene.tx, slot, { startedBy: null, limit: PROMISED_SHOWN })));
  }
  const first = byDue(await withPromises(scene, ids)).slice(0, PROMISED_SHOWN);
  const listed = (name: Promised) => ({
    shown: first.filter((each) => groupOf(each, horizons) === name),
    count: counts[name],
  });
  return {
    due: listed('due'),
    today: listed('today'),
    contact: listed('contact'),
    verdict: listed('verdict'),
  };
}

function endOfDay({ person, settings, now }: HomeScene): number {
  const zone = calendarOf(person, settings).zone;
  return Math.max(now, instantOn(zone, dayIn(zone, now), '23:59'));
}

function slotsOf({ person, now }: HomeScene): ClaimedFilter[] {
  return (['contact', 'verdict'] as const).flatMap((promise) =>
    PRIORITIES.map((priority) => ({ promise, priority, owners: [person], withTests: true, now })),
  );
}

function startsDueBy(
  { promise, priority }: ClaimedFilter,
  { person, settings }: HomeScene,
  [now, today]: Horizons,
): [number, number] {
  const calendar = calendarOf(person, settings);
  const target = settings.promises[promise][priority];
  return [latestStart(calendar, target, now), latestStart(calendar, target, today)];
}

function groupOf({ promise }: HomeLead, [now, today]: Horizons): Promised {
  const due = promise?.due ?? Number.POSITIVE_INFINITY;
  if (due <= now) return 'due';
  if (due <= today) return 'today';
  return promise?.name === 'contact' ? 'contact' : 'verdict';
}

function byDue(leads: HomeLead[]): HomeLead[] {
  return leads.toSorted((a, b) => (a.promise?.due ?? 0) - (b.promise?.due ?? 0));
}

async function kept(scene: HomeScene, { ids, count }: FoundLeads): Promise<Page<HomeLead>> {
  return { shown: await withPromises(scene, ids), count };
}

async function withPromises({ tx, settings }: HomeScene, ids: readonly LeadId[]): Promise<HomeLead[]> {
  const leads = await findLeads(tx, ids);
  return leads.map((lead) => ({ lead, promise: runningPromise(lead, settings) }));
}
